using System.Text.Json.Nodes;
using JobTracker.Kernel;
using JobTracker.Web;
using JobTracker.Web.Documents;
using JobTracker.Web.Idempotency;
using JobTracker.Web.Problems;
using Microsoft.AspNetCore.Mvc;

namespace JobTracker.Features.Applications;

/// <summary>Applications, for programs: <c>/api/applications</c>.</summary>
public static class ApplicationsModule
{
    public static IServiceCollection AddApplications(this IServiceCollection services) =>
        services
            .AddScoped<AddApplication>()
            .AddScoped<AddApplications>()
            .AddScoped<ListApplications>()
            .AddScoped<ReadApplication>()
            .AddScoped<EditApplication>()
            .AddScoped<ChangeStatus>()
            .AddScoped<ReadHistory>()
            .AddScoped<ReadHead>()
            .AddScoped<ChooseApplication>()
            .AddScoped<MarkFavorite>()
            .AddScoped<FollowUp>()
            .AddScoped<ReadBoard>()
            .AddScoped<DeleteApplication>()
            .AddScoped<RestoreApplication>()
            .AddScoped<ListDeleted>()
            .AddScoped<PurgeDeleted>()
            .AddScoped<BulkUpdate>()
            .AddScoped<BulkDelete>()
            .AddScoped<EditHistory>()
            .AddScoped<FindDuplicates>()
            .AddScoped<HashLinks>()
            .AddScoped<ListFavorites>();

    public static void MapApplications(this IEndpointRouteBuilder routes)
    {
        var applications = routes.MapGroup("/api/applications").In(ApplicationsContract.Chapter);
        applications.MapGetWithQuery("", List).Is(ApplicationsContract.List);
        applications.MapPost("", Add).WithMetadata(new IdempotentAttribute()).Is(ApplicationsContract.Add);
        applications.MapPost("bulk-update", Update).Is(ApplicationsContract.UpdateMany);
        applications.MapPost("bulk-delete", DeleteMany).Is(ApplicationsContract.DeleteMany);
        applications.MapGet("favorites/list", Favorites).Is(ApplicationsContract.Favorites);
        applications.MapGet("duplicates", Duplicates).Is(ApplicationsContract.Duplicates);
        applications.MapGet("deleted", Deleted).Is(ApplicationsContract.Deleted);
        applications.MapGet("{id:guid}", Read).Is(ApplicationsContract.Read);
        applications.MapPut("{id:guid}", Replace).Is(ApplicationsContract.Replace);
        applications.MapPatch("{id:guid}", Patch).Is(ApplicationsContract.Patch);
        applications.MapDelete("{id:guid}", Delete).Is(ApplicationsContract.Delete);
        applications.MapPost("{id:guid}/restore", Restore).Is(ApplicationsContract.Restore);
        applications.MapPost("{id:guid}/favorite", ToggleFavorite).Is(ApplicationsContract.ToggleFavorite);
        applications.MapPost("{id:guid}/follow-up", Ask).WithMetadata(new IdempotentAttribute()).Is(HistoryContract.FollowUp);
        applications.MapPost("{id:guid}/status", Move).WithMetadata(new IdempotentAttribute()).Is(HistoryContract.Move);
        applications.MapGet("{id:guid}/history", History).Is(HistoryContract.Read);
        applications.MapPatch("{id:guid}/history/{change_id:guid}", Correct).Is(HistoryContract.Correct);
        applications.MapDelete("{id:guid}/history/{change_id:guid}", Remove).Is(HistoryContract.Remove);
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

    private static async Task<IResult> Ask(
        FollowUp followUp,
        CurrentUser user,
        Guid id,
        FollowUp.Input input,
        IfMatch ifMatch,
        CancellationToken cancel
    ) => (await followUp.RunAsync(user.Id, id, input, ifMatch.Version, cancel)).ToHttp(Tagged);

    private static async Task<IResult> Move(
        ChangeStatus change,
        CurrentUser user,
        Guid id,
        ChangeStatus.Input input,
        IfMatch ifMatch,
        CancellationToken cancel
    ) => (await change.RunAsync(user.Id, id, input, ifMatch.Version, cancel)).ToHttp(moved => Tagged(moved.Row));

    private static async Task<IResult> History(ReadHistory read, CurrentUser user, Guid id, CancellationToken cancel) =>
        (await read.RunAsync(user.Id, id, cancel)).ToHttp(TypedResults.Ok);

    private static async Task<IResult> Correct(
        EditHistory edit,
        JsonPatching patching,
        CurrentUser user,
        Guid id,
        [FromRoute(Name = "change_id")] Guid changeId,
        JsonObject changes,
        CancellationToken cancel
    ) => (await edit.CorrectAsync(user.Id, id, changeId, entry => patching.Apply(entry, changes), cancel)).ToHttp(Tagged);

    private static async Task<IResult> Remove(
        EditHistory edit,
        CurrentUser user,
        Guid id,
        [FromRoute(Name = "change_id")] Guid changeId,
        CancellationToken cancel
    ) => (await edit.RemoveAsync(user.Id, id, changeId, cancel)).ToHttp(_ => TypedResults.NoContent());

    private static async Task<IResult> Update(BulkUpdate update, CurrentUser user, BulkUpdate.Input input, CancellationToken cancel) =>
        (await update.RunAsync(user.Id, input, cancel)).ToHttp(TypedResults.Ok);

    private static async Task<IResult> DeleteMany(BulkDelete delete, CurrentUser user, BulkDelete.Input input, CancellationToken cancel) =>
        (await delete.RunAsync(user.Id, input, cancel)).ToHttp(TypedResults.Ok);

    private static async Task<IResult> Favorites(ListFavorites list, CurrentUser user, CancellationToken cancel) =>
        TypedResults.Ok(await list.RunAsync(user.Id, cancel));

    private static async Task<IResult> Duplicates(
        FindDuplicates find,
        CurrentUser user,
        string? company,
        string? position,
        string? link,
        CancellationToken cancel
    ) => TypedResults.Ok(new Page<FindDuplicates.Row>(await find.RunAsync(user.Id, company, position, link, cancel)));

    private static TaggedResult<ApplicationDetails> Tagged(ApplicationDetails row) => new(row, row.Version);
}
