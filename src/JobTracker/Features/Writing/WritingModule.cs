using System.Text.Json.Nodes;
using JobTracker.Kernel;
using JobTracker.Web;
using JobTracker.Web.Documents;
using JobTracker.Web.Idempotency;
using JobTracker.Web.Problems;

namespace JobTracker.Features.Writing;

/// <summary>The writing bank and the notes of applications, for programs: <c>/api/writing</c>.</summary>
public static class WritingModule
{
    public static IServiceCollection AddWriting(this IServiceCollection services) =>
        services
            .AddScoped<AddNote>()
            .AddScoped<CopyNote>()
            .AddScoped<ReadNote>()
            .AddScoped<ListNotes>()
            .AddScoped<EditNote>()
            .AddScoped<DeleteNote>()
            .AddScoped<ReadFilters>();

    public static void MapWriting(this IEndpointRouteBuilder routes)
    {
        var writing = routes.MapGroup("/api/writing").In(WritingContract.Chapter);
        writing.MapGetWithQuery("", List).Is(WritingContract.List);
        writing.MapPost("", Add).WithMetadata(new IdempotentAttribute()).Is(WritingContract.Add);
        writing.MapGet("{id:guid}", Read).Is(WritingContract.Read);
        writing.MapPut("{id:guid}", Replace).Is(WritingContract.Replace);
        writing.MapPatch("{id:guid}", Patch).Is(WritingContract.Patch);
        writing.MapDelete("{id:guid}", Delete).Is(WritingContract.Delete);
    }

    private static async Task<IResult> List(ListNotes list, CurrentUser user, [AsParameters] NoteQuery query, CancellationToken cancel) =>
        (await list.RunAsync(user.Id, query.ToInput(), cancel)).ToHttp(TypedResults.Ok);

    private static async Task<IResult> Add(AddNote add, CurrentUser user, NoteFacts input, CancellationToken cancel) =>
        (await add.RunAsync(user.Id, input, cancel)).ToHttp(row => TypedResults.Created($"/api/writing/{row.Id}", row));

    private static async Task<IResult> Read(ReadNote read, CurrentUser user, Guid id, CancellationToken cancel) =>
        (await read.RunAsync(user.Id, id, cancel)).ToHttp(Tagged);

    private static async Task<IResult> Replace(
        EditNote edit,
        CurrentUser user,
        Guid id,
        NoteFacts input,
        IfMatch ifMatch,
        CancellationToken cancel
    ) => (await edit.RunAsync(user.Id, id, _ => input, ifMatch.Version, cancel)).ToHttp(Tagged);

    private static async Task<IResult> Patch(
        EditNote edit,
        JsonPatching patching,
        CurrentUser user,
        Guid id,
        JsonObject changes,
        IfMatch ifMatch,
        CancellationToken cancel
    ) => (await edit.RunAsync(user.Id, id, facts => patching.Apply(facts, changes), ifMatch.Version, cancel)).ToHttp(Tagged);

    private static async Task<IResult> Delete(DeleteNote delete, CurrentUser user, Guid id, IfMatch ifMatch, CancellationToken cancel) =>
        (await delete.RunAsync(user.Id, id, ifMatch.Version, cancel)).ToHttp(_ => TypedResults.NoContent());

    private static TaggedResult<NoteDetails> Tagged(NoteDetails row) => new(row, row.Version);
}
