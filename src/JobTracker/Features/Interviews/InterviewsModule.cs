using System.Text.Json.Nodes;
using JobTracker.Kernel;
using JobTracker.Web;
using JobTracker.Web.Documents;
using JobTracker.Web.Idempotency;
using JobTracker.Web.Problems;

namespace JobTracker.Features.Interviews;

/// <summary>Interviews, for programs: <c>/api/interviews</c>.</summary>
public static class InterviewsModule
{
    public static IServiceCollection AddInterviews(this IServiceCollection services) =>
        services
            .AddScoped<AddInterview>()
            .AddScoped<ListInterviews>()
            .AddScoped<UpcomingInterviews>()
            .AddScoped<ReadInterview>()
            .AddScoped<EditInterview>()
            .AddScoped<DeleteInterview>()
            .AddScoped<ReadInterviews>()
            .AddScoped<ReadRounds>()
            .AddScoped<ReadTarget>()
            .AddScoped<PrepareInterview>()
            .AddScoped<InterviewTimes>();

    public static void MapInterviews(this IEndpointRouteBuilder routes)
    {
        var interviews = routes.MapGroup("/api/interviews").In(InterviewsContract.Chapter);
        interviews.MapGetWithQuery("", List).Is(InterviewsContract.List);
        interviews.MapPost("", Add).WithMetadata(new IdempotentAttribute()).Is(InterviewsContract.Add);
        interviews.MapGetWithQuery("upcoming", Upcoming).Is(InterviewsContract.Upcoming);
        interviews.MapGet("{id:guid}", Read).Is(InterviewsContract.Read);
        interviews.MapPut("{id:guid}", Replace).Is(InterviewsContract.Replace);
        interviews.MapPatch("{id:guid}", Patch).Is(InterviewsContract.Patch);
        interviews.MapDelete("{id:guid}", Delete).Is(InterviewsContract.Delete);
    }

    private static async Task<IResult> List(
        ListInterviews list,
        CurrentUser user,
        [AsParameters] ListQuery query,
        CancellationToken cancel
    ) => (await list.RunAsync(user.Id, query.ToInput(), cancel)).ToHttp(TypedResults.Ok);

    // A program that wants the application moved says so itself: the row would change behind its back.
    private static async Task<IResult> Add(AddInterview add, CurrentUser user, InterviewFacts input, CancellationToken cancel) =>
        (await add.RunAsync(user.Id, input, movesApplication: false, cancel)).ToHttp(answer =>
            TypedResults.Created($"/api/interviews/{answer.Row.Id}", answer.Row)
        );

    private static async Task<IResult> Upcoming(UpcomingInterviews upcoming, CurrentUser user, int? limit, CancellationToken cancel) =>
        (await upcoming.RunAsync(user.Id, new() { Limit = limit ?? UpcomingInterviews.Rules.DefaultLimit }, cancel)).ToHttp(
            TypedResults.Ok
        );

    private static async Task<IResult> Read(ReadInterview read, CurrentUser user, Guid id, CancellationToken cancel) =>
        (await read.RunAsync(user.Id, id, cancel)).ToHttp(Tagged);

    private static async Task<IResult> Replace(
        EditInterview edit,
        CurrentUser user,
        Guid id,
        InterviewFacts input,
        IfMatch ifMatch,
        CancellationToken cancel
    ) =>
        (
            await edit.RunAsync(
                user.Id,
                id,
                facts => input with { ApplicationId = input.ApplicationId ?? facts.ApplicationId },
                ifMatch.Version,
                cancel
            )
        ).ToHttp(Tagged);

    private static async Task<IResult> Patch(
        EditInterview edit,
        JsonPatching patching,
        CurrentUser user,
        Guid id,
        JsonObject changes,
        IfMatch ifMatch,
        CancellationToken cancel
    ) => (await edit.RunAsync(user.Id, id, facts => patching.Apply(facts, changes), ifMatch.Version, cancel)).ToHttp(Tagged);

    private static async Task<IResult> Delete(
        DeleteInterview delete,
        CurrentUser user,
        Guid id,
        IfMatch ifMatch,
        CancellationToken cancel
    ) => (await delete.RunAsync(user.Id, id, ifMatch.Version, cancel)).ToHttp(_ => TypedResults.NoContent());

    private static TaggedResult<InterviewDetails> Tagged(InterviewDetails row) => new(row, row.Version);
}
