using System.Text.Json.Nodes;
using JobTracker.Kernel;
using JobTracker.Web;
using JobTracker.Web.Problems;

namespace JobTracker.Features.Applications;

/// <summary>Applications, for programs: <c>/api/applications</c>.</summary>
public static class ApplicationsModule
{
    public static IServiceCollection AddApplications(this IServiceCollection services) =>
        services
            .AddScoped<AddApplication>()
            .AddScoped<ListApplications>()
            .AddScoped<ReadApplication>()
            .AddScoped<EditApplication>()
            .AddScoped<ChangeStatus>()
            .AddScoped<ReadHistory>()
            .AddScoped<MarkFavorite>()
            .AddScoped<DeleteApplication>()
            .AddScoped<RestoreApplication>()
            .AddScoped<ListDeleted>()
            .AddScoped<PurgeDeleted>();

    public static void MapApplications(this IEndpointRouteBuilder routes)
    {
        var applications = routes.MapGroup("/api/applications").WithTags("applications");
        applications.MapGet("", List);
        applications.MapPost("", Add);
        applications.MapGet("deleted", Deleted);
        applications.MapGet("{id:guid}", Read);
        applications.MapPut("{id:guid}", Replace);
        applications.MapPatch("{id:guid}", Patch);
        applications.MapDelete("{id:guid}", Delete);
        applications.MapPost("{id:guid}/restore", Restore);
        applications.MapPost("{id:guid}/favorite", ToggleFavorite);
        applications.MapPost("{id:guid}/status", Move);
        applications.MapGet("{id:guid}/history", History);
    }

    private static async Task<IResult> List(
        ListApplications list,
        CurrentUser user,
        [AsParameters] ListQuery query,
        CancellationToken cancel
    ) => (await list.RunAsync(user.Id, query.ToInput(), cancel)).ToHttp(TypedResults.Ok);

    private static async Task<IResult> Add(AddApplication add, CurrentUser user, ApplicationFacts input, CancellationToken cancel) =>
        (await add.RunAsync(user.Id, input, cancel)).ToHttp(row => TypedResults.Created($"/api/applications/{row.Id}", row));

    private static async Task<IResult> Deleted(ListDeleted list, CurrentUser user, CancellationToken cancel) =>
        TypedResults.Ok(await list.RunAsync(user.Id, cancel));

    private static async Task<IResult> Read(ReadApplication read, CurrentUser user, Guid id, CancellationToken cancel) =>
        (await read.RunAsync(user.Id, id, cancel)).ToHttp(Tagged);

    private static async Task<IResult> Replace(
        EditApplication edit,
        CurrentUser user,
        Guid id,
        ApplicationFacts input,
        IfMatch ifMatch,
        CancellationToken cancel
    ) => (await edit.RunAsync(user.Id, id, _ => input, ifMatch.Version, cancel)).ToHttp(Tagged);

    private static async Task<IResult> Patch(
        EditApplication edit,
        JsonPatching patching,
        CurrentUser user,
        Guid id,
        JsonObject changes,
        IfMatch ifMatch,
        CancellationToken cancel
    ) => (await edit.RunAsync(user.Id, id, facts => patching.Apply(facts, changes), ifMatch.Version, cancel)).ToHttp(Tagged);

    private static async Task<IResult> Delete(
        DeleteApplication delete,
        CurrentUser user,
        Guid id,
        IfMatch ifMatch,
        CancellationToken cancel
    ) => (await delete.RunAsync(user.Id, id, ifMatch.Version, cancel)).ToHttp(_ => TypedResults.NoContent());

    private static async Task<IResult> Restore(RestoreApplication restore, CurrentUser user, Guid id, CancellationToken cancel) =>
        (await restore.RunAsync(user.Id, id, cancel)).ToHttp(Tagged);

    private static async Task<IResult> ToggleFavorite(MarkFavorite mark, CurrentUser user, Guid id, CancellationToken cancel) =>
        (await mark.ToggleAsync(user.Id, id, cancel)).ToHttp(TypedResults.Ok);

    private static async Task<IResult> Move(
        ChangeStatus change,
        CurrentUser user,
        Guid id,
        ChangeStatus.Input input,
        IfMatch ifMatch,
        CancellationToken cancel
    ) => (await change.RunAsync(user.Id, id, input, ifMatch.Version, cancel)).ToHttp(Tagged);

    private static async Task<IResult> History(ReadHistory read, CurrentUser user, Guid id, CancellationToken cancel) =>
        (await read.RunAsync(user.Id, id, cancel)).ToHttp(TypedResults.Ok);

    private static TaggedResult<ApplicationDetails> Tagged(ApplicationDetails row) => new(row, row.Version);
}
