using System.Globalization;
using JobTracker.Kernel;
using Microsoft.Extensions.Localization;
using Calendar = JobTracker.Kernel.Calendar;

namespace JobTracker.Features.Interviews;

/// <summary>An interview as the form has it: a day and a time by the clock of a zone, instead of an instant.</summary>
public sealed record InterviewForm
{
    public DateOnly? Day { get; init; }
    public TimeOnly? Time { get; init; }

    /// <summary>Which one is meant when the time comes twice; asked only then.</summary>
    public Turn? Which { get; init; }
    public string? TimeZone { get; init; }
    public int? DurationMinutes { get; init; } = InterviewFacts.Rules.UsualDuration;
    public InterviewType Type { get; init; } = InterviewType.Hr;
    public InterviewFormat Format { get; init; } = InterviewFormat.Video;
    public string? Location { get; init; }
    public InterviewStatus Status { get; init; }
    public string? Interviewer { get; init; }
    public string? Comment { get; init; }
    public string? Debrief { get; init; }

    /// <summary>Filled with what is stored.</summary>
    public static InterviewForm Of(InterviewDetails row)
    {
        var clock = ZonedTime.At(row.StartsAt, row.TimeZone);
        var (day, time) = (DateOnly.FromDateTime(clock.DateTime), TimeOnly.FromDateTime(clock.DateTime));
        var instants = ZonedTime.InstantsOf(day, time, row.TimeZone);
        return new InterviewForm
        {
            Day = day,
            Time = time,
            Which =
                instants.Count < 2 ? null
                : instants[0] == row.StartsAt ? Turn.First
                : Turn.Second,
            TimeZone = row.TimeZone,
            DurationMinutes = row.DurationMinutes,
            Type = row.Type,
            Format = row.Format,
            Location = row.Location,
            Status = row.Status,
            Interviewer = row.Interviewer,
            Comment = row.Comment,
            Debrief = row.Debrief,
        };
    }

    /// <summary>The two instants that the time may mean; empty as long as there is nothing to ask.</summary>
    public IReadOnlyList<DateTimeOffset> Turns() =>
        Day is { } day && Time is { } time && Calendar.IsZone(TimeZone) && ZonedTime.InstantsOf(day, time, TimeZone!) is { Count: 2 } both
            ? both
            : [];

    /// <summary>With an instant, or refused at the fields of this form, all of them at once.</summary>
    public Outcome<InterviewFacts> ToFacts(Guid? applicationId, InterviewFacts.Rules rules, IStringLocalizer t)
    {
        var wrong = new Dictionary<string, string[]>(StringComparer.Ordinal);
        var startsAt = Start(wrong, t);
        var facts = new InterviewFacts
        {
            ApplicationId = applicationId,
            StartsAt = startsAt,
            TimeZone = TimeZone,
            DurationMinutes = DurationMinutes ?? 0,
            Type = Type,
            Format = Format,
            Location = Location,
            Status = Status,
            Interviewer = Interviewer,
            Comment = Comment,
            Debrief = Debrief,
        };
        foreach (var (field, messages) in rules.Check(facts.Tidied())?.Errors ?? new Dictionary<string, string[]>())
            // The form has no such field: what is wrong with the instant stands at the day, unless something does already.
            if (field != nameof(InterviewFacts.StartsAt))
                wrong.TryAdd(field, messages);
            else if (startsAt is not null)
                wrong.TryAdd(nameof(Day), messages);
        return wrong.Count == 0 ? facts : new Refused(wrong);
    }

    private DateTimeOffset? Start(Dictionary<string, string[]> wrong, IStringLocalizer t)
    {
        if (Day is null)
            wrong[nameof(Day)] = [t["Enter the day."]];
        if (Time is null)
            wrong[nameof(Time)] = [t["Enter the time."]];
        if (Day is not { } day || Time is not { } time || !Calendar.IsZone(TimeZone))
            return null;
        var clock = time.ToString("HH:mm", CultureInfo.InvariantCulture);
        switch (ZonedTime.InstantsOf(day, time, TimeZone!))
        {
            case []:
                wrong[nameof(Time)] =
                [
                    t["That day clocks go forward in {0}, and {1} is skipped. Choose another time.", ZonedTime.City(TimeZone!), clock],
                ];
                return null;
            case [var only]:
                return only;
            case var both when Which is { } turn:
                return both[turn == Turn.First ? 0 : 1];
            default:
                wrong[nameof(Which)] =
                [
                    t["That day clocks go back in {0}, and {1} comes twice. Choose which one is meant.", ZonedTime.City(TimeZone!), clock],
                ];
                return null;
        }
    }
}

/// <summary>Of a time that comes twice because the clocks go back.</summary>
public enum Turn
{
    First,
    Second,
}

/// <summary>What the partial _Form shows: the form, and what its selects offer.</summary>
/// <param name="Input">As it was typed.</param>
/// <param name="HomeZone">IANA name of the person's zone.</param>
/// <param name="IsNew">A new one needs neither a status nor a debrief.</param>
/// <param name="OffersMove">With it, the application would usually reach its interview stage.</param>
/// <param name="Moves">Whether that is wanted.</param>
public sealed record InterviewSheet(InterviewForm Input, string HomeZone, bool IsNew, bool OffersMove = false, bool Moves = false);
