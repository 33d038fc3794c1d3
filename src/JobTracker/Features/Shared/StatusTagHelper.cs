using Microsoft.AspNetCore.Html;
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
        output.TagName = null;
        output.Content.SetHtmlContent(StatusPill.Draw(View.HttpContext, Value, texts));
    }
}

/// <summary>The same where there are many of them: a tag helper for each row costs more than its text.</summary>
public static class StatusPill
{
    public static HtmlString Draw(HttpContext http, object status, IStringLocalizer<Texts> texts)
    {
        var look = StatusLook.Of(status);
        return new($"""<span class="st st-{look.Code}">{Icon.Draw(http, look.Icon)}{Icon.Encoder.Encode(texts[look.Text])}</span>""");
    }
}
