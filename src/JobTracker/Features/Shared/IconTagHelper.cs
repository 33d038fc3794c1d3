using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.TagHelpers;
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
        output.AddClass("icon", HtmlEncoder.Default);
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

/// <summary>Draws icons where no tag helper reaches: inside other tag helpers.</summary>
public static class Icon
{
    private const string Sprite = "build/icons.svg";

    /// <summary>A whole decorative icon.</summary>
    public static TagBuilder Draw(HttpContext http, string name)
    {
        var svg = new TagBuilder("svg");
        svg.AddCssClass("icon");
        svg.Attributes["aria-hidden"] = "true";
        svg.InnerHtml.AppendHtml(Use(http, name));
        return svg;
    }

    /// <summary>The reference into the sprite, whose address carries its fingerprint.</summary>
    internal static TagBuilder Use(HttpContext http, string name)
    {
        var known = http.GetEndpoint()?.Metadata.GetMetadata<ResourceAssetCollection>();
        var use = new TagBuilder("use");
        use.Attributes["href"] = $"{http.Request.PathBase}/{known?[Sprite] ?? Sprite}#{name}";
        return use;
    }
}
