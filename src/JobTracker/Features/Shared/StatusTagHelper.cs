using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace JobTracker.Features.Shared;

/// <summary><c>&lt;status value="row.Status" /&gt;</c>: the pill of a status, icon and word on its tint.</summary>
[HtmlTargetElement("status", TagStructure = TagStructure.WithoutEndTag)]
public sealed class StatusTagHelper(IStringLocalizer<Texts> texts) : TagHelper
{
    public object Value { get; set; } = "";

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext View { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var look = StatusLook.Of(Value);
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", $"st st-{look.Code}");
        output.Content.AppendHtml(Icon.Draw(View.HttpContext, look.Icon)).Append(texts[look.Text]);
    }
}
