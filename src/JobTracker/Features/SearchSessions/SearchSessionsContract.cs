using System.Text.Json.Nodes;
using JobTracker.Kernel;
using JobTracker.Web.Documents;

namespace JobTracker.Features.SearchSessions;

/// <summary>What the OpenAPI document says of <c>/submit</c> and <c>/api/search-sessions</c>.</summary>
internal static class SearchSessionsContract
{
    private static readonly EntryFacts Facts = new()
    {
        Company = "Cobalt Foundry",
        City = "Sheffield",
        Mission = "Graduate data engineer",
        Link = "https://cobaltfoundry.example/careers/218",
    };

    private static readonly EntryRow Entry = new()
    {
        Id = new Guid("019e3b1c-2d4e-7f60-8192-a3b4c5d6e7f8"),
        SessionId = new Guid("019e3b1c-2d4e-7a11-9c22-b3d4e5f60718"),
        Company = Facts.Company,
        City = Facts.City,
        Mission = Facts.Mission,
        Link = Facts.Link,
        CreatedAt = new DateTimeOffset(2026, 4, 7, 6, 59, 8, TimeSpan.Zero),
        Version = 1,
    };

    private static readonly SessionRow Open = new()
    {
        Id = Entry.SessionId,
        Count = 1,
        Ratio = 1,
        StartedAt = Entry.CreatedAt,
    };

    private static readonly SessionRow Finished = Open with { FinishedAt = Open.StartedAt.AddHours(3) };

    public static readonly Chapter Chapter = new(
        "search-sessions",
        "Timed runs of fast submissions. The first submission begins a session; one is open at a time."
    )
    {
        Fields =
        [
            FieldNote.On<EntryFacts>(
                facts => facts.Link,
                "An http or https address. This server's own address in front of another is taken away, and `www.` gets `https://`."
            ),
            FieldNote.On<SubmitEntry.Answer>(answer => answer.Count, "Entries of the session, with this one."),
            FieldNote.On<SubmitEntry.Answer>(answer => answer.Ratio, "Entries per day since the first one; less than a day counts as one."),
            FieldNote.On<SessionRow>(row => row.Ratio, "Entries per day since the first one; less than a day counts as one."),
            FieldNote.On<SessionRow>(row => row.FinishedAt, "Null while it is open."),
            FieldNote.On<SessionDetails>(row => row.Entries, "The newest first."),
            FieldNote.On<EntryRow>(row => row.AddedAt, "When it was taken over into the applications; null when it was not."),
            FieldNote.On<EntryRow>(row => row.Version, "Raised by every change; the `ETag` of a change says it too."),
            FieldNote.On<FinishSession.Input>(input => input.AddToTracker, "Ids of entries, in the order in which they get a place.") with
            {
                Most = SearchSession.MostEntries,
            },
            FieldNote.On<FinishSession.Answer>(answer => answer.Added, "Those that became applications now."),
            FieldNote.On<FinishSession.Answer>(answer => answer.Left, "Those that were chosen and found no place."),
        ],
    };

    public static readonly Operation Submit = new("submit", "Take down a submission")
    {
        Description =
            $"Begins a session when none is open. A session with {SearchSession.MostEntries} entries is full and answers 409 until it is finished.",
        Takes = Body.Of(Facts),
        Answers = Answer.Created(new SubmitEntry.Answer(1, 1, Entry.SessionId, Entry.Id, Entry.CreatedAt)),
        Problems = [Codes.Conflict],
    };

    public static readonly Operation List = new("listSessions", "List search sessions")
    {
        Description = "Without `entries`. The newest comes first.",
        Query = typeof(ListSessions.Input),
        Answers = Answer.Ok(new Page<SessionRow>([Finished], "eyJTb3J0Ijoi", 2)),
    };

    public static readonly Operation Current = new("readCurrentSession", "Read the open search session")
    {
        Answers = Answer.Ok(SessionDetails.Of(Open, [Entry])),
        Problems = [Codes.NotFound],
    };

    public static readonly Operation Read = new("readSession", "Read a search session")
    {
        Answers = Answer.Ok(SessionDetails.Of(Finished, [Entry])),
    };

    public static readonly Operation Delete = new("deleteSession", "Delete a search session with its entries")
    {
        Description = "Applications that were made of its entries stay.",
    };

    public static readonly Operation Finish = new("finishSession", "Finish a search session and take entries over")
    {
        Description =
            "Chosen entries become applications with the status `applied`, as many as there are places; an entry that became one before is passed "
            + "over. A session that is finished already can still have entries taken over. An id of no entry of this session answers 404.",
        Takes = Body.Of(new FinishSession.Input()),
        Answers = Answer.Ok(new FinishSession.Answer(Finished, [Entry with { AddedAt = Finished.FinishedAt, Version = 2 }], [])),
    };

    public static readonly Operation Export = new("exportSession", "Read a search session as CSV")
    {
        Description =
            "In UTF-8 with a byte order mark, in the order of submission, `date` by the clock of the person's zone. A cell that a spreadsheet would "
            + "take for a formula begins with an apostrophe.",
        Answers = Answer.Bytes(["text/csv"]),
    };

    public static readonly Operation PatchEntry = new("changeEntry", "Change some fields of an entry")
    {
        Takes = Body.Some<EntryFacts>(new JsonObject { ["city"] = "Leeds", ["link"] = null }),
        Answers = Answer.Tagged(Entry with { City = "Leeds", Link = null, Version = 2 }),
        Current = Entry,
    };

    public static readonly Operation DeleteEntry = new("deleteEntry", "Delete an entry") { Current = Entry };
}
