using System.Globalization;
using JobTracker.Features.Applications;
using JobTracker.Features.Deliverables;
using JobTracker.Features.Interviews;
using JobTracker.Features.Shared;
using JobTracker.Kernel;
using Microsoft.Extensions.Localization;
using Calendar = JobTracker.Kernel.Calendar;

namespace JobTracker.Features.Coach.Context;

/// <summary>Says in the person's language what is stored: the text that the model reads, and the name that the person sees.</summary>
public sealed class DescribeItems(IStringLocalizer<Texts> t, TimeProvider clock)
{
    private const string DayFormat = "dddd d MMMM yyyy";

    /// <summary>In the order in which they are packed.</summary>
    internal IReadOnlyList<Source> Of(Material material)
    {
        using var speaking = new Speaking(material.Locale);
        var now = clock.Now();
        var next = material
            .Interviews.Where(row => row.Status == InterviewStatus.Planned && row.StartsAt.AddMinutes(row.DurationMinutes) > now)
            .MinBy(row => row.StartsAt);
        var past = material.Interviews.Where(row => row.Status != InterviewStatus.Cancelled && row.StartsAt <= now && row != next);
        return
        [
            FactsOf(material.Application),
            .. next is null ? [] : new[] { Of(next, ItemKind.NextInterview, material) },
            .. PostingOf(material),
            .. material.Deliverables.Select(Of),
            .. material.Notes.Select(note => Of(note, material)),
            .. past.Select(row => Of(row, ItemKind.PastInterview, material)),
        ];
    }

    private Source FactsOf(JobApplication row) =>
        new(
            "facts",
            ItemKind.Facts,
            t["Application facts"],
            t["Status, dates, place, contact"],
            Lines(
                (t["Company"], row.Company),
                (t["Position"], row.Position),
                (t["Status"], t[StatusLook.Of(row.Status).Text]),
                (t["Contract"], row.EmploymentType is { } type ? t[Labels.Of(type)].Value : null),
                (t["Place"], row.Location),
                (t["Salary"], row.Salary),
                (t["Contact"], row.Contact),
                (t["Applied on"], Day(row.AppliedOn)),
                (t["Deadline"], Day(row.DueOn)),
                (t["Comment"], row.Comment is null ? null : "\n" + row.Comment)
            )
        );

    private IEnumerable<Source> PostingOf(Material material)
    {
        if (material.Application is not { Posting: { } posting, PostingCapturedAt: var captured })
            yield break;
        var detail = captured is { } at ? t["Captured {0}", Days.Plain(Calendar.DayOf(at, material.TimeZone))].Value : null;
        yield return new Source("posting", ItemKind.Posting, t["Posting"], detail, posting);
    }

    private Source Of(Material.Deliverable row)
    {
        var state = t[DeliverableLabels.Of(row.State)].Value;
        var text = Lines(
            (t["Deliverable"], row.Title),
            (t["Type"], t[DeliverableLabels.Of(row.Kind)]),
            (t["State"], state),
            (t["Due on"], Day(row.DueOn))
        );
        return new Source(
            $"deliverable:{row.Id}",
            ItemKind.Deliverable,
            row.Title,
            $"{t["Deliverable"]}, {(row.DueOn is { } due ? Days.Plain(due) : Lower(state))}",
            row.Content is null ? text : $"{text}\n\n{row.Content}"
        );
    }

    private Source Of(Material.Note note, Material material)
    {
        var day = Calendar.DayOf(note.UpdatedAt, material.TimeZone);
        var text = Lines((t["Note"], note.Title), (t["Changed on"], Day(day)));
        return new Source($"note:{note.Id}", ItemKind.Note, note.Title, $"{t["Writing"]}, {Days.Plain(day)}", $"{text}\n\n{note.Content}");
    }

    private Source Of(Interview row, ItemKind kind, Material material)
    {
        var start = ZonedTime.At(row.StartsAt, row.TimeZone);
        var name = InterviewLabels.Of(row.Type, t);
        var text = Lines(
            (t["Interview"], name),
            (t["When"], $"{start.ToString(DayFormat + " HH:mm", CultureInfo.CurrentCulture)} ({row.TimeZone})"),
            (t["Duration"], t["{0} min", row.DurationMinutes]),
            (t["How"], InterviewLabels.Of(row.Format, t)),
            (t["Interviewer"], row.Interviewer),
            (t["Preparation"], row.Comment is null ? null : "\n" + row.Comment),
            (t["Debrief"], row.Debrief is null ? null : "\n" + row.Debrief)
        );
        var title = kind == ItemKind.NextInterview ? t["Next interview"] : t["Past interview"];
        var day = Days.WithWeekday(Calendar.DayOf(row.StartsAt, material.TimeZone));
        return new Source($"interview:{row.Id}", kind, title, $"{name}, {day}", text);
    }

    private string Lines(params (LocalizedString Name, string? Value)[] lines) =>
        string.Join('\n', lines.Where(line => line.Value is not null).Select(line => t["{0}: {1}", line.Name, line.Value!].Value));

    private static string? Day(DateOnly? day) => day?.ToString(DayFormat, CultureInfo.CurrentCulture);

    private static string Lower(string word) => char.ToLower(word[0], CultureInfo.CurrentCulture) + word[1..];
}
