using System.Text.Json.Nodes;
using JobTracker.Kernel;
using JobTracker.Web.Documents;

namespace JobTracker.Features.Writing;

/// <summary>What the OpenAPI document says of <c>/api/writing</c>.</summary>
internal static class WritingContract
{
    private static readonly NoteFacts Facts = new()
    {
        Title = "Why this team: the long answer",
        Tags = ["motivation", "cover letter"],
        Content = "I met **your team** at the careers fair, and the question that stayed with me was…",
    };

    private static readonly NoteDetails Row = new()
    {
        Id = new Guid("019e1a2b-3c4d-7e5f-8a6b-7c8d9e0f1a2b"),
        Title = Facts.Title,
        Tags = Facts.Tags,
        Content = Facts.Content,
        CreatedAt = new DateTimeOffset(2026, 4, 3, 18, 20, 41, TimeSpan.Zero),
        UpdatedAt = new DateTimeOffset(2026, 4, 9, 7, 2, 5, TimeSpan.Zero),
        Version = 3,
    };

    private static readonly NoteRow Listed = new()
    {
        Id = Row.Id,
        Title = Row.Title,
        Tags = Row.Tags,
        CreatedAt = Row.CreatedAt,
        UpdatedAt = Row.UpdatedAt,
        Version = Row.Version,
    };

    public static readonly Chapter Chapter = new(
        "writing",
        "Texts with tags: notes of one application, and the writing bank, whose texts are reused from one application to the next."
    )
    {
        Fields =
        [
            FieldNote.On<NoteFacts>(facts => facts.ApplicationId, "The application it belongs to; null for the writing bank."),
            FieldNote.On<NoteFacts>(facts => facts.Title) with
            {
                IsRequired = true,
            },
            FieldNote.On<NoteFacts>(
                facts => facts.Tags,
                $"Each of 1 to {NoteFacts.Rules.MostTag} characters; repeated ones are kept once."
            ) with
            {
                Most = NoteFacts.Rules.MostTags,
            },
            FieldNote.On<NoteFacts>(facts => facts.Content, "Markdown."),
            FieldNote.On<NoteRow>(row => row.ApplicationId, "The application it belongs to; null for the writing bank."),
            FieldNote.On<NoteRow>(row => row.Version, "Raised by every change; the `ETag` says it too."),
            FieldNote.On<NoteDetails>(row => row.Content, "Markdown."),
        ],
    };

    public static readonly Operation List = new("listWriting", "List notes")
    {
        Description = "Without `content`. The newest change comes first, ties are sorted by id.",
        Query = typeof(ListNotes.Input),
        Answers = Answer.Ok(new Page<NoteRow>([Listed], "eyJTb3J0Ijoi", 12)),
    };

    public static readonly Operation Add = new("addNote", "Add a note")
    {
        Description = "An application that is not there answers 404.",
        Takes = Body.Of(Facts),
        Answers = Answer.Created(Row),
        Problems = [Codes.NotFound],
    };

    public static readonly Operation Read = new("readNote", "Read a note") { Answers = Answer.Tagged(Row) };

    public static readonly Operation Replace = new("replaceNote", "Replace all fields of a note")
    {
        Description = "Another `application_id` moves it; an application that is not there answers 404.",
        Takes = Body.Of(Facts),
        Answers = Answer.Tagged(Row),
        Current = Row,
    };

    public static readonly Operation Patch = new("changeNote", "Change some fields of a note")
    {
        Description = "Another `application_id` moves it, null into the writing bank; an application that is not there answers 404.",
        Takes = Body.Some<NoteFacts>(new JsonObject { ["tags"] = new JsonArray("motivation"), ["application_id"] = null }),
        Answers = Answer.Tagged(Row),
        Current = Row,
    };

    public static readonly Operation Delete = new("deleteNote", "Delete a note")
    {
        Description = "Deliverables that were copied from it keep their content; their `source_writing_id` becomes null.",
        Current = Row,
    };
}
