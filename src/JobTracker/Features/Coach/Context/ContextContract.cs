using JobTracker.Web.Documents;

namespace JobTracker.Features.Coach.Context;

/// <summary>What the OpenAPI document says of <c>/api/coach/context</c>.</summary>
internal static class ContextContract
{
    public static readonly Chapter Chapter = new(
        "coach",
        "The interview coach: it knows one application and nothing of any other, and it changes nothing."
    )
    {
        Fields =
        [
            FieldNote.On<ContextItem>(item => item.Key, "Names it in a conversation's `excluded_items`."),
            FieldNote.On<ContextItem>(item => item.Title, "In the person's language."),
            FieldNote.On<ContextItem>(item => item.Detail, "In the person's language."),
            FieldNote.On<ContextItem>(
                item => item.Tokens,
                "What it takes of the prompt; of an item that is not in, what all of it would take."
            ),
            FieldNote.On<ContextItem>(item => item.Kind) with
            {
                Values = Kernel.Wire.All<ItemKind>(),
            },
            FieldNote.On<ReadContext.Answer>(answer => answer.Tokens, "An estimate of what is sent before anything is said."),
            FieldNote.On<ReadContext.Answer>(answer => answer.Hash, "The same as long as what is sent is the same."),
        ],
    };

    public static readonly Operation Read = new("readCoachContext", "Show what the coach sees")
    {
        Description = "Every item of the application with its size, whether it is switched off, and whether it found room.",
        Query = typeof(ReadContext.Input),
        Answers = Answer.Ok(
            new ReadContext.Answer(
                new Guid("019e0b6f-1c2d-7e3f-8a4b-5c6d7e8f9a0b"),
                ConversationId: null,
                Budget.Total,
                2_214,
                "6f1c0d9e8b7a6f5e4d3c2b1a0f9e8d7c6b5a4f3e2d1c0b9a8f7e6d5c4b3a2f1e",
                [
                    new("facts", "facts", "Application facts", "Status, dates, place, contact", 96, false, true, false),
                    new("posting", "posting", "Posting", "Captured 30 Apr", 1_640, false, true, false),
                    new("note:019e1a2b-3c4d-7e5f-8a6b-7c8d9e0f1a2b", "note", "Salary thoughts", "Writing, 3 Apr", 210, true, false, false),
                ]
            )
        ),
        Problems = [Codes.NotFound],
    };
}
