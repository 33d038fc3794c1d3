using System.Text.Encodings.Web;
using System.Text.Unicode;
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

/// <summary>Draws icons inside other tag helpers and in the rows of long tables. As text, because there are dozens.</summary>
public static class Icon
{
    /// <summary>As pages are written: letters of every language stay themselves.</summary>
    internal static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private const string Sprite = "build/icons.svg";

    /// <summary>A whole decorative icon.</summary>
    public static HtmlString Draw(HttpContext http, string name) =>
        new($"""<svg aria-hidden="true" class="icon">{Use(http, name)}</svg>""");

    /// <summary>A whole icon that says something.</summary>
    public static HtmlString Draw(HttpContext http, string name, string label) =>
        new($"""<svg role="img" aria-label="{Encoder.Encode(label)}" class="icon">{Use(http, name)}</svg>""");

    /// <summary>The reference into the sprite, whose address carries its fingerprint.</summary>
    internal static HtmlString Use(HttpContext http, string name)
    {
        var known = http.GetEndpoint()?.Metadata.GetMetadata<ResourceAssetCollection>();
        var address = $"{http.Request.PathBase}/{known?[Sprite] ?? Sprite}#{name}";
        return new HtmlString($"""<use href="{Encoder.Encode(address)}"></use>""");
    }
}
