using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace JobTracker.Features.Shared;

/// <summary>
/// <c>&lt;field asp-for="Input.Company" label="…" /&gt;</c>: label, control, hint and error of one property, tied together for
/// screen readers. The control follows from what is given: <c>options</c> make a select, <c>rows</c> a text area, a <c>bool</c> a checkbox, a
/// <c>DateOnly</c> a date; <c>type</c> overrides. Every other attribute (autocomplete, maxlength, placeholder, autofocus …) goes to the control.
/// </summary>
[HtmlTargetElement("field", TagStructure = TagStructure.WithoutEndTag)]
public sealed class FieldTagHelper(IHtmlGenerator html, IStringLocalizer<Texts> texts) : TagHelper
{
    [HtmlAttributeName("asp-for")]
    public ModelExpression For { get; set; } = null!;

    public string Label { get; set; } = "";

    public string? Hint { get; set; }

    public bool Optional { get; set; }

    /// <summary>What is in it is a guess of ours, which the person should look at.</summary>
    public bool Unsure { get; set; }

    public string? Type { get; set; }

    public int? Rows { get; set; }

    public IEnumerable<SelectListItem>? Options { get; set; }

    /// <summary>Classes of the surrounding block, for example <c>wide</c> to span both columns.</summary>
    public string? Class { get; set; }

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext View { get; set; } = null!;

    private bool IsCheckbox => For.ModelExplorer.ModelType == typeof(bool) && Options is null;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var id = TagBuilder.CreateSanitizedId(FullName, html.IdAttributeDotReplacement);
        var errors = View.ViewData.ModelState.TryGetValue(FullName, out var entry) ? entry.Errors : null;
        var attributes = ControlAttributes(output, id, errors is { Count: > 0 });

        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.Clear();
        output.Attributes.SetAttribute(
            "class",
            string.Join(' ', new[] { IsCheckbox ? "field-check" : "field", Class }.Where(name => name is not null))
        );

        var control = Control(attributes);
        output.Content.AppendHtml(IsCheckbox ? control : LabelOf(id)).AppendHtml(IsCheckbox ? LabelOf(id) : control);
        if (Unsure)
            output.Content.AppendHtml(Line("field-unsure", $"{id}-unsure", texts["Check this"]));
        if (Hint is not null)
            output.Content.AppendHtml(Line("field-hint", $"{id}-hint", Hint));
        foreach (var error in errors ?? [])
            output.Content.AppendHtml(Line("field-error", error == errors![0] ? $"{id}-error" : null, error.ErrorMessage));
    }

    private string FullName => View.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Name);

    private Dictionary<string, object?> ControlAttributes(TagHelperOutput output, string id, bool isWrong)
    {
        var attributes = output.Attributes.ToDictionary(
            given => given.Name,
            given => (object?)given.Value,
            StringComparer.OrdinalIgnoreCase
        );
        var describedBy = new[]
        {
            Unsure ? $"{id}-unsure" : null,
            Hint is null ? null : $"{id}-hint",
            isWrong ? $"{id}-error" : null,
        }.Where(part => part is not null);
        attributes["id"] = id;
        if (describedBy.Any())
            attributes["aria-describedby"] = string.Join(' ', describedBy);
        if (isWrong)
            attributes["aria-invalid"] = "true";
        if (!Optional && !IsCheckbox)
            attributes["aria-required"] = "true";
        return attributes;
    }

    private TagBuilder Control(Dictionary<string, object?> attributes)
    {
        if (Options is not null)
            return html.GenerateSelect(
                View,
                For.ModelExplorer,
                optionLabel: null,
                For.Name,
                Options,
                allowMultiple: false,
                With(attributes, "select")
            );
        if (IsCheckbox)
        {
            ForgetWhatIsNoTick();
            return html.GenerateCheckBox(View, For.ModelExplorer, For.Name, For.Model as bool?, With(attributes, "checkbox"));
        }
        if (Rows is { } rows)
            return html.GenerateTextArea(View, For.ModelExplorer, For.Name, rows, columns: 0, With(attributes, "textarea"));
        var type = Type ?? DefaultType();
        attributes["type"] = type;
        if (type is "password")
            return html.GeneratePassword(View, For.ModelExplorer, For.Name, value: null, With(attributes, "input"));
        return html.GenerateTextBox(View, For.ModelExplorer, For.Name, For.Model, FormatOf(type), With(attributes, "input"));
    }

    // The framework reads what was sent for a checkbox once more when it draws it, and breaks on anything but true and false.
    private void ForgetWhatIsNoTick()
    {
        var state = View.ViewData.ModelState;
        if (!state.TryGetValue(FullName, out var entry))
            return;
        var sent = entry.RawValue is string[] several ? several.FirstOrDefault() : entry.RawValue as string;
        if (sent is not null && !bool.TryParse(sent, out _))
            state.SetModelValue(FullName, rawValue: null, attemptedValue: null);
    }

    private static Dictionary<string, object?> With(Dictionary<string, object?> attributes, string name) =>
        new(attributes, attributes.Comparer) { ["class"] = name };

    private string DefaultType() =>
        (Nullable.GetUnderlyingType(For.ModelExplorer.ModelType) ?? For.ModelExplorer.ModelType) == typeof(DateOnly) ? "date" : "text";

    // What browsers expect in the value of these inputs, whatever the language of the page.
    private static string? FormatOf(string type) =>
        type switch
        {
            "date" => "{0:yyyy-MM-dd}",
            "time" => "{0:HH:mm}",
            "datetime-local" => "{0:yyyy-MM-ddTHH:mm}",
            _ => null,
        };

    private TagBuilder LabelOf(string id)
    {
        var label = new TagBuilder("label");
        label.Attributes["for"] = id;
        label.InnerHtml.Append(Label);
        if (Optional)
        {
            var word = new TagBuilder("span");
            word.AddCssClass("field-optional");
            word.InnerHtml.Append(texts["optional"]);
            label.InnerHtml.Append(" ").AppendHtml(word);
        }
        return label;
    }

    private static TagBuilder Line(string name, string? id, string text)
    {
        var line = new TagBuilder("p");
        line.AddCssClass(name);
        if (id is not null)
            line.Attributes["id"] = id;
        line.InnerHtml.Append(text);
        return line;
    }
}
