using System.Text.Json.Nodes;
using JobTracker.Features.Coach.Context;
using JobTracker.Features.Coach.Providers;
using JobTracker.Kernel;
using JobTracker.Web.Documents;

namespace JobTracker.Features.Coach.Questions;

/// <summary>What the OpenAPI document says of <c>/api/coach/questions</c>.</summary>
internal static class QuestionsContract
{
    private static readonly Guid Application = new("019e0b6f-1c2d-7e3f-8a4b-5c6d7e8f9a0b");

    private static readonly QuestionFacts Facts = new()
    {
        ApplicationId = Application,
        Kind = QuestionKind.Technical,
        Text = "How did you measure that the search became faster?",
        Why = "The posting asks to measure before and after.",
    };

    private static readonly QuestionRow Row = new()
    {
        Id = new Guid("019e6c3d-7f80-7192-a3b4-c5d6e7f8091b"),
        ApplicationId = Application,
        Kind = Facts.Kind,
        Text = Facts.Text,
        Why = Facts.Why,
        Source = ItemKind.Posting,
        CreatedAt = new DateTimeOffset(2026, 4, 18, 17, 5, 12, TimeSpan.Zero),
        UpdatedAt = new DateTimeOffset(2026, 4, 18, 17, 5, 12, TimeSpan.Zero),
        Version = 1,
    };

    public static readonly Chapter Chapter = ContextContract.Chapter with
    {
        Fields =
        [
            .. ContextContract.Chapter.Fields,
            FieldNote.On<QuestionFacts>(facts => facts.ApplicationId, "Chosen once: a question stays with its application.") with
            {
                IsRequired = true,
            },
            FieldNote.On<QuestionFacts>(facts => facts.Text) with
            {
                IsRequired = true,
            },
            FieldNote.On<QuestionRow>(row => row.Why, "Why it may come, or why to ask it."),
            FieldNote.On<QuestionRow>(row => row.Source, "The kind of item that it was made from; null for one of the person's own."),
            FieldNote.On<QuestionRow>(row => row.Version, "Raised by every change; the `ETag` says it too."),
        ],
    };

    public static readonly Operation List = new("listQuestions", "List the questions of an application")
    {
        Description = "By what they are about.",
        Answers = Answer.Ok(new Page<QuestionRow>([Row])),
        Problems = [Codes.NotFound],
    };

    public static readonly Operation Add = new("addQuestion", "Add a question of one's own")
    {
        Description = "One that is nearly the same as another of the application is refused.",
        Takes = Body.Of(Facts),
        Answers = Answer.Created(Row),
        Problems = [Codes.NotFound],
    };

    public static readonly Operation Make = new("makeQuestions", "Make questions from what the coach sees")
    {
        Description =
            "Answers all questions of the application. As long as what the coach sees has not changed since they were made, nothing is sent to the provider; made anew, they replace those that were never edited. A call agrees to sending the data that `/api/coach/context` lists.",
        Takes = Body.Of(new QuestionsModule.MakeBody { ApplicationId = Application }),
        Answers = Answer.Ok(new Page<QuestionRow>([Row])),
        Problems = [Codes.NotFound, Codes.AiNoKey, Codes.QuotaExceeded, .. Codes.OfAnswers],
    };

    public static readonly Operation Read = new("readQuestion", "Read a question") { Answers = Answer.Tagged(Row) };

    public static readonly Operation Patch = new("changeQuestion", "Change some fields of a question")
    {
        Description = "Once changed it is kept when questions are made anew.",
        Takes = Body.Some<QuestionFacts>(new JsonObject { ["why"] = "They asked it in the last round." }),
        Answers = Answer.Tagged(Row),
        Current = Row,
    };

    public static readonly Operation Delete = new("deleteQuestion", "Delete a question") { Current = Row };
}
