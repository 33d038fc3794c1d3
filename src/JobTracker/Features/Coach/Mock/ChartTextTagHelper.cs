using Microsoft.AspNetCore.Razor.TagHelpers;

namespace JobTracker.Features.Coach.Mock;

/// <summary><c>&lt;chart-text&gt;</c>: SVG's <c>text</c>, a name that Razor keeps for itself.</summary>
public sealed class ChartTextTagHelper : TagHelper
{
    public override void Process(TagHelperContext context, TagHelperOutput output) => output.TagName = "text";
}
