using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace JobTracker.Features.Shared;

/// <summary><c>&lt;icon name="send" /&gt;</c>: a drawing of the sprite (assets/icons.txt lists them). It is decoration unless it has a label.</summary>
[HtmlTargetElement("icon", TagStructure = TagStructure.WithoutEndTag)]
public sealed class IconTagHelper : TagHelper
{
    public string Name { get; set; } = "";

    public string? Label { get; set; }

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext View { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "svg";
        output.TagMode = TagMode.StartTagAndEndTag;
        if (output.Attributes.TryGetAttribute("class", out var own))
            output.Attributes.SetAttribute("class", $"{own.Value} icon");
        else
            output.Attributes.SetAttribute("class", "icon");
        if (Label is null)
            output.Attributes.SetAttribute("aria-hidden", "true");
        else
        {
            output.Attributes.SetAttribute("role", "img");
            output.Attributes.SetAttribute("aria-label", Label);
        }
        output.Content.AppendHtml(Icon.Use(View.HttpContext, Name));
    }
}

/// <summary>Draws icons where no tag helper reaches: inside other tag helpers. As text, because a table has dozens.</summary>
public static class Icon
{
    private const string Sprite = "build/icons.svg";

    /// <summary>A whole decorative icon.</summary>
    public static HtmlString Draw(HttpContext http, string name) =>
        new($"""<svg aria-hidden="true" class="icon">{Use(http, name)}</svg>""");

    /// <summary>The reference into the sprite, whose address carries its fingerprint.</summary>
    internal static HtmlString Use(HttpContext http, string name)
    {
        var known = http.GetEndpoint()?.Metadata.GetMetadata<ResourceAssetCollection>();
        var address = $"{http.Request.PathBase}/{known?[Sprite] ?? Sprite}#{name}";
        return new HtmlString($"""<use href="{HtmlEncoder.Default.Encode(address)}"></use>""");
    }
}
