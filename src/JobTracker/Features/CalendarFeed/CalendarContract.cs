using JobTracker.Web.Documents;

namespace JobTracker.Features.CalendarFeed;

/// <summary>What the OpenAPI document says of the calendar.</summary>
internal static class CalendarContract
{
    /// <summary>The address of a calendar, shown once.</summary>
    public sealed record Shared(Uri Url);

    public static readonly Chapter Chapter = new("calendar", "Interviews and due dates for calendar programs, at a secret address.");

    public static readonly Operation Read = new("readCalendar", "Whether the calendar has an address")
    {
        Answers = Answer.Ok(new ReadCalendar.Answer(true, new DateTimeOffset(2026, 4, 2, 17, 12, 40, TimeSpan.Zero))),
    };

    public static readonly Operation Share = new("shareCalendar", "Give the calendar an address")
    {
        Description = "Shown in this answer and never again. An earlier address stops working.",
        Answers = Answer.Created(new Shared(new Uri("https://jobs.example.org/calendar/3q2-7wEjkL0.ics"))),
    };

    public static readonly Operation Stop = new("stopSharingCalendar", "Take the calendar's address away")
    {
        Description = "Programs that follow it find nothing there from now on.",
    };

    public static readonly Operation Open = new("openCalendar", "Read the calendar")
    {
        Description =
            "RFC 5545. Whoever has the address may read: interviews, open deliverables and the days until which one can apply, in the language of their owner, "
            + "from 90 days ago on, interviews up to two years ahead.",
        Answers = Answer.Bytes(["text/calendar"], isTagged: true),
    };
}
