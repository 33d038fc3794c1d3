using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace JobTracker.Features.Shared;

/// <summary>
/// <c>&lt;pager shown="15" total="24" previous="@url" next="@url" /&gt;</c>: where one is in a long list, and its neighbours. A missing address
/// leaves its link out; without either nothing is rendered.
/// </summary>
[HtmlTargetElement("pager", TagStructure = TagStructure.WithoutEndTag)]
public sealed class PagerTagHelper(IStringLocalizer<Texts> texts) : TagHelper
{
    public int Shown { get; set; }

    public int Total { get; set; }

    public string? Previous { get; set; }

    public string? Next { get; set; }

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext View { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (string.IsNullOrEmpty(Previous) && string.IsNullOrEmpty(Next))
        {
            output.SuppressOutput();
            return;
        }
        output.TagName = "nav";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "pager");
        output.Attributes.SetAttribute("aria-label", texts["Pages of this list"].Value);
        output.Content.Append(texts["{0} of {1} shown", Shown, Total]);
        var links = new TagBuilder("span");
        links.AddCssClass("actions");
        if (!string.IsNullOrEmpty(Previous))
            links.InnerHtml.AppendHtml(Link(Previous, "prev", texts["Previous"], "chevron-left", iconFirst: true));
        if (!string.IsNullOrEmpty(Next))
            links.InnerHtml.AppendHtml(Link(Next, "next", texts["Next"], "chevron-right", iconFirst: false));
        output.Content.AppendHtml(links);
    }

    private TagBuilder Link(string href, string rel, string word, string icon, bool iconFirst)
    {
        var link = new TagBuilder("a");
        link.AddCssClass("btn btn-line btn-sm");
        link.Attributes["href"] = href;
        link.Attributes["rel"] = rel;
        if (iconFirst)
            link.InnerHtml.AppendHtml(Icon.Draw(View.HttpContext, icon)).Append(word);
        else
            link.InnerHtml.Append(word).AppendHtml(Icon.Draw(View.HttpContext, icon));
        return link;
    }
}
