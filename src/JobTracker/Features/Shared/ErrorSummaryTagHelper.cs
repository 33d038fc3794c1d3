using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace JobTracker.Features.Shared;

/// <summary>
/// <c>&lt;error-summary /&gt;</c>: what is wrong with a form, in one place that takes the focus, each line leading to its field. Nothing is
/// rendered when nothing is wrong.
/// </summary>
[HtmlTargetElement("error-summary", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ErrorSummaryTagHelper(IHtmlGenerator html, IStringLocalizer<Texts> texts) : TagHelper
{
    /// <summary>What was not done; by default a sentence that fits any form.</summary>
    public string? Title { get; set; }

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext View { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var asked = View.HttpContext.Request.HasFormContentType ? View.HttpContext.Request.Form.Keys.ToList() : [];
        // The model state is sorted by name; people read a form from top to bottom, as the browser sent it.
        var wrong = View
            .ViewData.ModelState.Where(field => field.Value is { Errors.Count: > 0 })
            .OrderBy(field => asked.FindIndex(name => string.Equals(name, field.Key, StringComparison.OrdinalIgnoreCase)))
            .ToList();
        if (wrong.Count == 0)
        {
            output.SuppressOutput();
            return;
        }
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "note note-error");
        output.Attributes.SetAttribute("role", "alert");
        output.Attributes.SetAttribute("tabindex", "-1");
        output.Attributes.SetAttribute("autofocus", "autofocus");
        output.Content.AppendHtml(Icon.Draw(View.HttpContext, "alert-triangle")).AppendHtml(Words(wrong));
    }

    private TagBuilder Words(List<KeyValuePair<string, ModelStateEntry?>> wrong)
    {
        var title = new TagBuilder("strong");
        title.InnerHtml.Append(Title ?? texts["Not saved yet: please correct what is marked."]);
        var list = new TagBuilder("ul");
        foreach (var (field, entry) in wrong)
        foreach (var error in entry!.Errors)
            list.InnerHtml.AppendHtml(Entry(field, error.ErrorMessage));
        var words = new TagBuilder("div");
        words.InnerHtml.AppendHtml(title).AppendHtml(list);
        return words;
    }

    private TagBuilder Entry(string field, string message)
    {
        var item = new TagBuilder("li");
        if (field.Length == 0)
        {
            item.InnerHtml.Append(message);
            return item;
        }
        var link = new TagBuilder("a");
        link.Attributes["href"] = $"#{TagBuilder.CreateSanitizedId(field, html.IdAttributeDotReplacement)}";
        link.InnerHtml.Append(message);
        item.InnerHtml.AppendHtml(link);
        return item;
    }
}
