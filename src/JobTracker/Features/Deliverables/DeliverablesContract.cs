using System.Text.Json.Nodes;
using JobTracker.Kernel;
using JobTracker.Web.Documents;

namespace JobTracker.Features.Deliverables;

/// <summary>What the OpenAPI document says of <c>/api/deliverables</c>.</summary>
internal static class DeliverablesContract
{
    private static readonly DeliverableDetails Row = DeliverableExamples.Row;

    public static readonly Chapter Chapter = new("deliverables", "What has to be handed in for the applications, and until when.")
    {
        Fields =
        [
            FieldNote.On<DeliverableFacts>(
                facts => facts.ApplicationId,
                "The application that it belongs to. It stays there: when replacing, it may be left out, and another one is refused."
            ),
            FieldNote.On<DeliverableFacts>(facts => facts.Content, "Markdown."),
            FieldNote.On<DeliverableFacts>(facts => facts.SourceWritingId, "The piece of writing that the content was copied from."),
            FieldNote.On<DeliverableRow>(row => row.IsDone, "Whether `state` is `done`."),
            FieldNote.On<DeliverableRow>(row => row.CompletedAt, "When it was done; null in any other state."),
            FieldNote.On<DeliverableRow>(row => row.Version, "Raised by every change; the `ETag` says it too."),
            FieldNote.On<DeliverableDetails>(row => row.Content, "Markdown."),
        ],
    };

    public static readonly Operation List = new("listDeliverables", "List deliverables of all applications")
    {
        Description = "Without `content`. By due day, those without one last; ties are sorted by id.",
        Query = typeof(ListDeliverables.Input),
        Parameters = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["application_id"] = "Only those of this application.",
            ["state"] = "Only these; repeat the parameter for several.",
            ["due_before"] = "Due before this day.",
            ["due_after"] = "Due after this day.",
        },
        Answers = Answer.Ok(new Page<DeliverableRow>([DeliverableExamples.Listed], "eyJTb3J0Ijoi", 12)),
    };

    public static readonly Operation Add = new("addDeliverable", "Add a deliverable")
    {
        Description = "An application or a piece of writing that is not there is a 404.",
        Takes = Body.Of(DeliverableExamples.Facts),
        Answers = Answer.Created(Row),
        Problems = [Codes.NotFound],
    };

    public static readonly Operation Read = new("readDeliverable", "Read a deliverable") { Answers = Answer.Tagged(Row) };

    public static readonly Operation Replace = new("replaceDeliverable", "Replace all fields of a deliverable")
    {
        Takes = Body.Of(DeliverableExamples.Facts with { State = DeliverableState.Done }),
        Answers = Answer.Tagged(Row),
        Current = Row,
    };

    public static readonly Operation Patch = new("changeDeliverable", "Change some fields of a deliverable")
    {
        Description = "For example its state, to finish it or to open it again.",
        Takes = Body.Some<DeliverableFacts>(new JsonObject { ["state"] = "done" }),
        Answers = Answer.Tagged(Row),
        Current = Row,
    };

    public static readonly Operation Delete = new("deleteDeliverable", "Delete a deliverable for good") { Current = Row };
}
