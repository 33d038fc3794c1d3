using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace JobTracker.Features.Shared;

/// <summary><c>&lt;day value="row.AppliedOn" today="Model.Today" /&gt;</c>: "2 Nov", the whole date on hover; a dash when there is none.</summary>
[HtmlTargetElement("day", TagStructure = TagStructure.WithoutEndTag)]
public sealed class DayTagHelper : TagHelper
{
    public DateOnly? Value { get; set; }

    public DateOnly? Today { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagMode = TagMode.StartTagAndEndTag;
        if (Value is not { } day)
        {
            output.TagName = "span";
            output.Content.SetContent("–");
            return;
        }
        output.TagName = "time";
        output.Attributes.SetAttribute("datetime", Days.InNumbers(day));
        output.Attributes.SetAttribute("title", Days.InFull(day));
        output.Content.SetContent(Days.Plain(day, Today));
    }
}

/// <summary><c>&lt;due-day value="row.DueOn" today="Model.Today" /&gt;</c>: "2 days late" over "Thu 19 Nov", coloured when late or near.</summary>
[HtmlTargetElement("due-day", TagStructure = TagStructure.WithoutEndTag)]
public sealed class DueDayTagHelper(IStringLocalizer<Texts> texts) : TagHelper
{
    public DateOnly Value { get; set; }

    public DateOnly Today { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var (kind, words) = Days.Due(Value, Today, texts);
        var meaning = new TagBuilder("strong");
        meaning.InnerHtml.Append(words);
        var date = new TagBuilder("span");
        date.InnerHtml.Append(kind is "late" ? Days.WithWeekday(Value, Today) : Days.Plain(Value, Today));
        output.TagName = "time";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "when");
        output.Attributes.SetAttribute("data-when", kind);
        output.Attributes.SetAttribute("datetime", Days.InNumbers(Value));
        output.Content.AppendHtml(meaning).AppendHtml(date);
    }
}

/// <summary>
/// <c>&lt;local-time value="row.LastSeen" zone="user.Zone" /&gt;</c>: an instant in the person's zone. Without a zone it is written in UTC, and the
/// browser rewrites it in its own.
/// </summary>
[HtmlTargetElement("local-time", TagStructure = TagStructure.WithoutEndTag)]
public sealed class LocalTimeTagHelper : TagHelper
{
    public DateTimeOffset Value { get; set; }

    public TimeZoneInfo? Zone { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var there = TimeZoneInfo.ConvertTime(Value, Zone ?? TimeZoneInfo.Utc);
        output.TagName = "time";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("datetime", Value.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture));
        if (Zone is null)
            output.Attributes.SetAttribute("data-local", "");
        output.Content.SetContent(there.ToString("d MMM yyyy, HH:mm", CultureInfo.CurrentCulture) + (Zone is null ? " UTC" : ""));
    }
}
