using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace JobTracker.Features.Shared;

/// <summary><c>&lt;empty-state icon="list-details" title="…"&gt;&lt;p&gt;what to do next&lt;/p&gt;&lt;/empty-state&gt;</c>: what a list without rows shows.</summary>
public sealed class EmptyStateTagHelper : TagHelper
{
    public string Icon { get; set; } = "";

    public string Title { get; set; } = "";

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext View { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var title = new TagBuilder("h2");
        title.InnerHtml.Append(Title);
        output.TagName = "div";
        output.Attributes.SetAttribute("class", "empty");
        output.PreContent.AppendHtml(Shared.Icon.Draw(View.HttpContext, Icon)).AppendHtml(title);
    }
}
