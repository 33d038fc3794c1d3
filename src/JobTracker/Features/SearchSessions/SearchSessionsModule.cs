using System.Text.Json.Nodes;
using JobTracker.Features.Shared;
using JobTracker.Features.Shared.Spreadsheets;
using JobTracker.Kernel;
using JobTracker.Web;
using JobTracker.Web.Documents;
using JobTracker.Web.Idempotency;
using JobTracker.Web.Problems;
using Microsoft.AspNetCore.Mvc;

namespace JobTracker.Features.SearchSessions;

/// <summary>Search sessions, for programs: <c>/submit</c> and <c>/api/search-sessions</c>.</summary>
public static class SearchSessionsModule
{
    public static IServiceCollection AddSearchSessions(this IServiceCollection services) =>
        services
            .AddScoped<SubmitEntry>()
            .AddScoped<ReadSession>()
            .AddScoped<ListSessions>()
            .AddScoped<EditEntry>()
            .AddScoped<DeleteEntry>()
            .AddScoped<DeleteSession>()
            .AddScoped<FinishSession>()
            .AddScoped<ExportSession>();

    public static void MapSearchSessions(this IEndpointRouteBuilder routes)
    {
        routes
            .MapPost("/submit", Submit)
            .WithMetadata(new IdempotentAttribute())
            .In(SearchSessionsContract.Chapter)
            .Is(SearchSessionsContract.Submit);
        var sessions = routes.MapGroup("/api/search-sessions").In(SearchSessionsContract.Chapter);
        sessions.MapGetWithQuery("", List).Is(SearchSessionsContract.List);
        sessions.MapGet("current", Current).Is(SearchSessionsContract.Current);
        sessions.MapGet("{id:guid}", Read).Is(SearchSessionsContract.Read);
        sessions.MapDelete("{id:guid}", Delete).Is(SearchSessionsContract.Delete);
        sessions.MapPost("{id:guid}/finish", Finish).Is(SearchSessionsContract.Finish);
        sessions.MapGet("{id:guid}/export.csv", Export).Is(SearchSessionsContract.Export);
        sessions.MapPatch("{id:guid}/entries/{entry_id:guid}", Patch).Is(SearchSessionsContract.PatchEntry);
        sessions.MapDelete("{id:guid}/entries/{entry_id:guid}", Remove).Is(SearchSessionsContract.DeleteEntry);
    }

    private static async Task<IResult> Submit(
        SubmitEntry submit,
        CurrentUser user,
        OwnHosts hosts,
        EntryFacts input,
        CancellationToken cancel
    ) =>
        (await submit.RunAsync(user.Id, input, hosts.All, cancel)).ToHttp(answer =>
            TypedResults.Created($"/api/search-sessions/{answer.SessionId}", answer)
        );

    private static async Task<IResult> List(
        ListSessions list,
        CurrentUser user,
        [AsParameters] SessionQuery query,
        CancellationToken cancel
    ) => (await list.RunAsync(user.Id, query.ToInput(), cancel)).ToHttp(TypedResults.Ok);

    private static async Task<IResult> Current(ReadSession read, CurrentUser user, CancellationToken cancel) =>
        (await read.CurrentAsync(user.Id, SearchSession.MostEntries, cancel)).ToHttp(TypedResults.Ok);

    private static async Task<IResult> Read(ReadSession read, CurrentUser user, Guid id, CancellationToken cancel) =>
        (await read.RunAsync(user.Id, id, cancel)).ToHttp(TypedResults.Ok);

    private static async Task<IResult> Delete(DeleteSession delete, CurrentUser user, Guid id, CancellationToken cancel) =>
        (await delete.RunAsync(user.Id, id, cancel)).ToHttp(_ => TypedResults.NoContent());

    private static async Task<IResult> Finish(
        FinishSession finish,
        CurrentUser user,
        Guid id,
        FinishSession.Input input,
        CancellationToken cancel
    ) => (await finish.RunAsync(user.Id, id, input, cancel)).ToHttp(TypedResults.Ok);

    private static async Task<IResult> Export(ExportSession export, CurrentUser user, Guid id, CancellationToken cancel) =>
        (await export.RunAsync(user.Id, id, cancel)).ToHttp(sheet => TypedResults.File(sheet.Content, CsvFile.MediaType, sheet.Name));

    private static async Task<IResult> Patch(
        EditEntry edit,
        JsonPatching patching,
        CurrentUser user,
        OwnHosts hosts,
        Guid id,
        [FromRoute(Name = "entry_id")] Guid entryId,
        JsonObject changes,
        IfMatch ifMatch,
        CancellationToken cancel
    ) =>
        (await edit.RunAsync(user.Id, id, entryId, facts => patching.Apply(facts, changes), hosts.All, ifMatch.Version, cancel)).ToHttp(
            row => new TaggedResult<EntryRow>(row, row.Version)
        );

    private static async Task<IResult> Remove(
        DeleteEntry delete,
        CurrentUser user,
        Guid id,
        [FromRoute(Name = "entry_id")] Guid entryId,
        IfMatch ifMatch,
        CancellationToken cancel
    ) => (await delete.RunAsync(user.Id, id, entryId, ifMatch.Version, cancel)).ToHttp(_ => TypedResults.NoContent());
}
