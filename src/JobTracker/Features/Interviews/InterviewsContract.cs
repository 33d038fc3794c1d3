using System.Text.Json.Nodes;
using JobTracker.Kernel;
using JobTracker.Web.Documents;

namespace JobTracker.Features.Interviews;

/// <summary>What the OpenAPI document says of <c>/api/interviews</c>.</summary>
internal static class InterviewsContract
{
    private static readonly InterviewFacts Facts = new()
    {
        ApplicationId = new Guid("019e0b6f-1c2d-7e3f-8a4b-5c6d7e8f9a0b"),
        StartsAt = new DateTimeOffset(2026, 4, 20, 9, 0, 0, TimeSpan.Zero),
        TimeZone = "Europe/London",
        DurationMinutes = 45,
        Type = InterviewType.Technical,
        Format = InterviewFormat.Video,
        Location = "https://meet.example/kestrel-maps",
        Interviewer = "Sofia Lind, tiles team",
        Comment = "- The R-tree project\n- How are new people *mentored*?",
    };

    private static readonly InterviewDetails Row = InterviewDetails.Of(
        Interview.Create(new UserId(Guid.Empty), Facts, Calendar.DefaultZone, new DateTimeOffset(2026, 4, 14, 17, 5, 12, TimeSpan.Zero))
    ) with
    {
        Id = new Guid("019e4f6b-5d6e-7f70-8192-a3b4c5d6e7f8"),
    };

    /// <summary>As lists show it.</summary>
    private static readonly InterviewRow Listed = Row;

    public static readonly Chapter Chapter = new("interviews", "The rounds of interviews of each application.")
    {
        Fields =
        [
            FieldNote.On<InterviewFacts>(
                facts => facts.ApplicationId,
                "Needed when it is added. It cannot be changed: another one is refused, and `PUT` may leave it out."
            ),
            FieldNote.On<InterviewFacts>(facts => facts.StartsAt, "An instant in RFC 3339 with any offset, from 1970 to 2100."),
            FieldNote.On<InterviewFacts>(
                facts => facts.TimeZone,
                "IANA name of the zone that the time was agreed in; the person's own when left out."
            ),
            FieldNote.On<InterviewFacts>(facts => facts.Location, "A link to the call, a number or an address."),
            FieldNote.On<InterviewFacts>(facts => facts.Comment, "Preparation, in Markdown."),
            FieldNote.On<InterviewFacts>(
                facts => facts.Debrief,
                "What is written down afterwards, in Markdown. A new one completes an interview that is planned and has begun."
            ),
            FieldNote.On<InterviewRow>(row => row.StartsAt, "In UTC."),
            FieldNote.On<InterviewRow>(row => row.TimeZone, "IANA name of the zone that the time was agreed in."),
            FieldNote.On<InterviewRow>(row => row.Version, "Raised by every change; the `ETag` says it too."),
            FieldNote.On<InterviewDetails>(row => row.Comment, "Preparation, in Markdown."),
            FieldNote.On<InterviewDetails>(row => row.Debrief, "What was written down afterwards, in Markdown."),
        ],
    };

    public static readonly Operation List = new("listInterviews", "List interviews")
    {
        Description = "By their start, without `comment` and `debrief`. Those of deleted applications are left out.",
        Query = typeof(ListInterviews.Input),
        Parameters = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["application_id"] = "Only those of this application.",
            ["status"] = "Only these; repeat the parameter for several.",
            ["from"] = "Those that start at this instant or later (RFC 3339; write `+` as `%2B`).",
            ["to"] = "Those that start before this instant.",
        },
        Answers = Answer.Ok(new Page<InterviewRow>([Listed], "eyJTb3J0Ijoi", 12)),
    };

    public static readonly Operation Add = new("addInterview", "Add an interview to an application")
    {
        Description = "The application's status stays as it is.",
        Takes = Body.Of(Facts),
        Answers = Answer.Created(Row),
        Problems = [Codes.NotFound],
    };

    public static readonly Operation Upcoming = new("listUpcomingInterviews", "List the next interviews")
    {
        Description = "Those that are planned and not over yet, soonest first, without `comment` and `debrief`.",
        Query = typeof(UpcomingInterviews.Input),
        Parameters = new Dictionary<string, string>(StringComparer.Ordinal) { ["limit"] = "How many: 1 to 100, 5 when left out." },
        Answers = Answer.Ok(new Page<InterviewRow>([Listed])),
    };

    public static readonly Operation Read = new("readInterview", "Read an interview") { Answers = Answer.Tagged(Row) };

    public static readonly Operation Replace = new("replaceInterview", "Replace all fields of an interview")
    {
        Takes = Body.Of(Facts),
        Answers = Answer.Tagged(Row),
        Current = Row,
    };

    public static readonly Operation Patch = new("changeInterview", "Change some fields of an interview")
    {
        Takes = Body.Some<InterviewFacts>(new JsonObject { ["status"] = "completed", ["debrief"] = "They asked about *tiles*." }),
        Answers = Answer.Tagged(Row),
        Current = Row,
    };

    public static readonly Operation Delete = new("deleteInterview", "Delete an interview") { Current = Row };
}
