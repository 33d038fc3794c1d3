using System.Text.Json.Nodes;
using JobTracker.Web;
using JobTracker.Web.Documents;
using JobTracker.Web.Idempotency;
using JobTracker.Web.Problems;

namespace JobTracker.Features.Deliverables;

/// <summary>What is to hand in, for programs: <c>/api/deliverables</c>.</summary>
public static class DeliverablesModule
{
    public static IServiceCollection AddDeliverables(this IServiceCollection services) =>
        services
            .AddScoped<AddDeliverable>()
            .AddScoped<ListDeliverables>()
            .AddScoped<ReadDeliverable>()
            .AddScoped<EditDeliverable>()
            .AddScoped<DeleteDeliverable>()
            .AddScoped<TickDeliverable>()
            .AddScoped<ReadAgenda>()
            .AddScoped<ReadSheet>()
            .AddScoped<ChooseWriting>()
            .AddScoped<InsertWriting>();

    public static void MapDeliverables(this IEndpointRouteBuilder routes)
    {
        var deliverables = routes.MapGroup("/api/deliverables").In(DeliverablesContract.Chapter);
        deliverables.MapGetWithQuery("", List).Is(DeliverablesContract.List);
        deliverables.MapPost("", Add).WithMetadata(new IdempotentAttribute()).Is(DeliverablesContract.Add);
        deliverables.MapGet("{id:guid}", Read).Is(DeliverablesContract.Read);
        deliverables.MapPut("{id:guid}", Replace).Is(DeliverablesContract.Replace);
        deliverables.MapPatch("{id:guid}", Patch).Is(DeliverablesContract.Patch);
        deliverables.MapDelete("{id:guid}", Delete).Is(DeliverablesContract.Delete);
    }

    private static async Task<IResult> List(
        ListDeliverables list,
        CurrentUser user,
        [AsParameters] DeliverablesQuery query,
        CancellationToken cancel
    ) => (await list.RunAsync(user.Id, query.ToInput(), cancel)).ToHttp(TypedResults.Ok);

    private static async Task<IResult> Add(AddDeliverable add, CurrentUser user, DeliverableFacts input, CancellationToken cancel) =>
        (await add.RunAsync(user.Id, input, cancel)).ToHttp(row => TypedResults.Created($"/api/deliverables/{row.Id}", row));

    private static async Task<IResult> Read(ReadDeliverable read, CurrentUser user, Guid id, CancellationToken cancel) =>
        (await read.RunAsync(user.Id, id, cancel)).ToHttp(Tagged);

    // The application is no field to replace: it may be left out, and must be the same otherwise.
    private static async Task<IResult> Replace(
        EditDeliverable edit,
        CurrentUser user,
        Guid id,
        DeliverableFacts input,
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
        EditDeliverable edit,
        JsonPatching patching,
        CurrentUser user,
        Guid id,
        JsonObject changes,
        IfMatch ifMatch,
        CancellationToken cancel
    ) => (await edit.RunAsync(user.Id, id, facts => patching.Apply(facts, changes), ifMatch.Version, cancel)).ToHttp(Tagged);

    private static async Task<IResult> Delete(
        DeleteDeliverable delete,
        CurrentUser user,
        Guid id,
        IfMatch ifMatch,
        CancellationToken cancel
    ) => (await delete.RunAsync(user.Id, id, ifMatch.Version, cancel)).ToHttp(_ => TypedResults.NoContent());

    private static TaggedResult<DeliverableDetails> Tagged(DeliverableDetails row) => new(row, row.Version);
}
