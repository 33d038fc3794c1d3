using System.Text.Json.Nodes;
using JobTracker.Kernel;
using JobTracker.Web.Documents;

namespace JobTracker.Features.Applications;

/// <summary>What the OpenAPI document says of <c>/api/applications</c>.</summary>
internal static class ApplicationsContract
{
    private static readonly ApplicationDetails Row = ApplicationExamples.Row;

    public static readonly Chapter Chapter = new("applications", "The jobs and internships that a person wants or has applied to.")
    {
        Fields =
        [
            FieldNote.On<ApplicationFacts>(facts => facts.Link, "An http or https address.") with
            {
                Format = "uri",
            },
            FieldNote.On<ApplicationFacts>(facts => facts.RespondedOn, "Not before `applied_on`."),
            FieldNote.On<ApplicationFacts>(facts => facts.Comment, "Markdown."),
            FieldNote.On<ApplicationFacts>(facts => facts.Posting, "The text of the job posting, as it was."),
            FieldNote.On<ApplicationRow>(row => row.FollowUpOn, "When to ask again, as long as there is no answer."),
            FieldNote.On<ApplicationRow>(row => row.Version, "Raised by every change; the `ETag` says it too."),
            FieldNote.On<ApplicationDetails>(row => row.PostingCapturedAt, "When the posting's text was last changed."),
            FieldNote.On<ChangeStatus.Input>(
                input => input.OccurredOn,
                "The day it happened; today in the person's time zone when left out."
            ),
            FieldNote.On<BulkUpdate.Input>(input => input.Ids) with
            {
                Fewest = 1,
                Most = BulkUpdate.MostIds,
            },
            FieldNote.On<BulkUpdate.Change>(change => change.OccurredOn, "The day of the new status; today when left out."),
            FieldNote.On<BulkDelete.Input>(input => input.Ids) with
            {
                Fewest = 1,
                Most = BulkUpdate.MostIds,
            },
            FieldNote.On<ListDeleted.Row>(row => row.PurgedAt, "Until then it can be restored."),
            FieldNote.On<ReadHistory.Row>(change => change.FromStatus, "The status before; null for the first."),
            FieldNote.On<FindDuplicates.Row>(row => row.Match, "The same link, or nearly the same company and position."),
        ],
    };

    public static readonly Operation List = new("listApplications", "List applications")
    {
        Description = "Without `posting` and `comment`. Empty values come last in both directions, ties are sorted by id.",
        Query = typeof(ListApplications.Input),
        Parameters = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["status"] = "Only these; repeat the parameter for several.",
            ["response"] = "Only those whose status means this.",
            ["favorite"] = "Only those with a star, or only those without.",
            ["applied_from"] = "Applied on this day or later.",
            ["applied_to"] = "Applied on this day or earlier.",
        },
        Answers = Answer.Ok(new Page<ApplicationRow>([ApplicationExamples.Listed], "eyJTb3J0Ijoi", 37)),
    };

    public static readonly Operation Add = new("addApplication", "Add an application")
    {
        Description = "The answer names those that it may repeat; it is added all the same.",
        Takes = Body.Of(ApplicationExamples.Facts),
        Answers = Answer.Created(ApplicationExamples.Added),
        Problems = [Codes.QuotaExceeded],
    };

    public static readonly Operation UpdateMany = new("updateApplications", "Change many applications at once")
    {
        Description = "In one transaction. Ids that are not there are listed and skipped.",
        Takes = Body.Of(
            new BulkUpdate.Input
            {
                Ids = [Row.Id, ApplicationExamples.OtherId],
                Set = new BulkUpdate.Change { Status = ApplicationStatus.NoResponse, OccurredOn = new DateOnly(2026, 4, 30) },
            }
        ),
        Answers = Answer.Ok(new BulkUpdate.Answer(1, [ApplicationExamples.OtherId])),
    };

    public static readonly Operation DeleteMany = new("deleteApplications", "Delete many applications at once")
    {
        Description = "They can be restored for 7 days. Ids that are not there are listed and skipped.",
        Takes = Body.Of(new BulkDelete.Input { Ids = [Row.Id, ApplicationExamples.OtherId] }),
        Answers = Answer.Ok(new BulkDelete.Answer(1, [ApplicationExamples.OtherId])),
    };

    public static readonly Operation Favorites = new("listFavorites", "List the applications with a star")
    {
        Answers = Answer.Ok(new Page<ApplicationRow>([ApplicationExamples.Listed])),
    };

    public static readonly Operation Duplicates = new("findDuplicates", "Find applications that one about to be added may repeat")
    {
        Description = "At most five: those with the same link, then those with nearly the same company and position.",
        Parameters = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["company"] = "Counts together with the position.",
            ["position"] = "Counts together with the company.",
            ["link"] = "Counts by itself.",
        },
        Answers = Answer.Ok(new Page<FindDuplicates.Row>([ApplicationExamples.Duplicate])),
    };

    public static readonly Operation Deleted = new("listDeletedApplications", "List what can be restored")
    {
        Answers = Answer.Ok(new Page<ListDeleted.Row>([ApplicationExamples.Deleted])),
    };

    public static readonly Operation Read = new("readApplication", "Read an application") { Answers = Answer.Tagged(Row) };

    public static readonly Operation Replace = new("replaceApplication", "Replace all fields of an application")
    {
        Description = "A new status becomes an entry of its history, dated today.",
        Takes = Body.Of(ApplicationExamples.Facts),
        Answers = Answer.Tagged(Row),
        Current = Row,
    };

    public static readonly Operation Patch = new("changeApplication", "Change some fields of an application")
    {
        Description = "A new status becomes an entry of its history, dated today.",
        Takes = Body.Some<ApplicationFacts>(new JsonObject { ["salary"] = "45 k€", ["contact"] = null }),
        Answers = Answer.Tagged(Row),
        Current = Row,
    };

    public static readonly Operation Delete = new("deleteApplication", "Delete an application with everything under it")
    {
        Description = "It can be restored for 7 days, but no longer takes a place.",
        Current = Row,
    };

    public static readonly Operation Restore = new("restoreApplication", "Restore a deleted application")
    {
        Description = "It takes a place again.",
        Answers = Answer.Tagged(Row),
        Problems = [Codes.QuotaExceeded],
    };

    public static readonly Operation ToggleFavorite = new("toggleFavorite", "Turn the star on or off")
    {
        Answers = Answer.Ok(new MarkFavorite.Answer(IsFavorite: true)),
    };
}
