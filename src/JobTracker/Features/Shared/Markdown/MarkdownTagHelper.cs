using Microsoft.AspNetCore.Razor.TagHelpers;

namespace JobTracker.Features.Shared.Markdown;

/// <summary><c>&lt;markdown text="row.Comment" /&gt;</c>: what a person wrote, as it is meant to be read.</summary>
[HtmlTargetElement("markdown", TagStructure = TagStructure.WithoutEndTag)]
public sealed class MarkdownTagHelper : TagHelper
{
    public string? Text { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "prose");
        output.Content.SetHtmlContent(MarkdownHtml.Of(Text ?? ""));
    }
}
