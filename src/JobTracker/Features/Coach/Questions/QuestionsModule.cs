using System.ComponentModel;
using System.Text.Json.Nodes;
using JobTracker.Features.Coach.Structured;
using JobTracker.Kernel;
using JobTracker.Web;
using JobTracker.Web.Documents;
using JobTracker.Web.Idempotency;
using JobTracker.Web.Problems;
using Microsoft.AspNetCore.Mvc;

namespace JobTracker.Features.Coach.Questions;

/// <summary>The question bank of an application, for programs: <c>/api/coach/questions</c>.</summary>
public static class QuestionsModule
{
    public static IServiceCollection AddQuestionBank(this IServiceCollection services) =>
        services
            .AddScoped<AskForJson>()
            .AddScoped<MakeQuestions>()
            .AddScoped<ListQuestions>()
            .AddScoped<ReadQuestion>()
            .AddScoped<AddQuestion>()
            .AddScoped<EditQuestion>()
            .AddScoped<DeleteQuestion>();

    public static void MapQuestionBank(this IEndpointRouteBuilder routes)
    {
        var questions = routes.MapGroup("/api/coach/questions").In(QuestionsContract.Chapter);
        questions.MapGetWithQuery("", List).Is(QuestionsContract.List);
        questions.MapPost("", Add).WithMetadata(new IdempotentAttribute()).Is(QuestionsContract.Add);
        questions.MapPost("make", Make).Is(QuestionsContract.Make).WithRequestTimeout(Transfers.Policy);
        questions.MapGet("{id:guid}", Read).Is(QuestionsContract.Read);
        questions.MapPatch("{id:guid}", Patch).Is(QuestionsContract.Patch);
        questions.MapDelete("{id:guid}", Delete).Is(QuestionsContract.Delete);
    }

    /// <summary>Whose questions are made.</summary>
    public sealed record MakeBody
    {
        public required Guid ApplicationId { get; init; }
    }

    private static async Task<IResult> List(
        ListQuestions list,
        CurrentUser user,
        [FromQuery(Name = "application_id"), Description("Of which application.")] Guid applicationId,
        CancellationToken cancel
    ) => (await list.RunAsync(user.Id, applicationId, cancel)).ToHttp(TypedResults.Ok);

    private static async Task<IResult> Add(AddQuestion add, CurrentUser user, QuestionFacts input, CancellationToken cancel) =>
        (await add.RunAsync(user.Id, input, cancel)).ToHttp(row => TypedResults.Created($"/api/coach/questions/{row.Id}", row));

    private static async Task<IResult> Make(MakeQuestions make, CurrentUser user, MakeBody input, CancellationToken cancel) =>
        (await make.RunAsync(user.Id, input.ApplicationId, cancel)).ToHttp(rows => TypedResults.Ok(new Page<QuestionRow>(rows)));

    private static async Task<IResult> Read(ReadQuestion read, CurrentUser user, Guid id, CancellationToken cancel) =>
        (await read.RunAsync(user.Id, id, cancel)).ToHttp(Tagged);

    private static async Task<IResult> Patch(
        EditQuestion edit,
        JsonPatching patching,
        CurrentUser user,
        Guid id,
        JsonObject changes,
        IfMatch ifMatch,
        CancellationToken cancel
    ) => (await edit.RunAsync(user.Id, id, facts => patching.Apply(facts, changes), ifMatch.Version, cancel)).ToHttp(Tagged);

    private static async Task<IResult> Delete(
        DeleteQuestion delete,
        CurrentUser user,
        Guid id,
        IfMatch ifMatch,
        CancellationToken cancel
    ) => (await delete.RunAsync(user.Id, id, ifMatch.Version, cancel)).ToHttp(_ => TypedResults.NoContent());

    private static TaggedResult<QuestionRow> Tagged(QuestionRow row) => new(row, row.Version);
}
