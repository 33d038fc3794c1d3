using System.ComponentModel;
using JobTracker.Features.Quotas;
using JobTracker.Kernel;
using JobTracker.Web;
using JobTracker.Web.Documents;
using JobTracker.Web.Problems;
using Microsoft.Extensions.Localization;

namespace JobTracker.Features.Files;

/// <summary>Documents of applications, for programs.</summary>
public static class FilesModule
{
    private const string Field = "file";

    public static IServiceCollection AddFiles(this IServiceCollection services) =>
        services.AddScoped<FileQuota>().AddScoped<AddFile>().AddScoped<ListFiles>().AddScoped<OpenFile>().AddScoped<DeleteFile>();

    public static void MapFiles(this IEndpointRouteBuilder routes)
    {
        var files = routes.MapGroup("/api").In(FilesContract.Chapter);
        files.MapGetWithQuery("applications/{id:guid}/files", List).Is(FilesContract.List);
        files
            .MapPost("applications/{id:guid}/files", Add)
            .WithMetadata(new TakesFileAttribute())
            .Is(FilesContract.Add)
            .WithRequestTimeout(Transfers.Policy);
        files.MapGet("files/{id:guid}", Read).Is(FilesContract.Read).WithRequestTimeout(Transfers.Policy);
        files.MapDelete("files/{id:guid}", Delete).Is(FilesContract.Delete);
    }

    private static async Task<IResult> List(
        ListFiles list,
        CurrentUser user,
        Guid id,
        [Description("Rows on a page: 1 to 100, 25 when left out.")] int? limit,
        [Description("The next_cursor of the page before.")] string? cursor,
        [Description("Whether to count all rows too, which costs as much as the list.")] bool? count,
        CancellationToken cancel
    )
    {
        var input = new ListFiles.Input
        {
            Limit = limit ?? Paging.DefaultLimit,
            Cursor = cursor,
            Count = count ?? false,
        };
        return (await list.RunAsync(user.Id, id, input, cancel)).ToHttp(TypedResults.Ok);
    }

    private static async Task<IResult> Add(
        AddFile add,
        CurrentUser user,
        Guid id,
        HttpRequest request,
        IStringLocalizer<Texts> t,
        CancellationToken cancel
    )
    {
        var part = await FilePart.OfAsync(request, Field, t, cancel);
        if (part is not Done<FilePart> { Value: var (name, content) })
            return ((Failed<FilePart>)part).Failure.ToProblem();
        try
        {
            return (await add.RunAsync(user.Id, id, name, content, cancel)).ToHttp(row =>
                TypedResults.Created($"/api/files/{row.Id}", row)
            );
        }
        catch (Exception broken) when (FilePart.IsBroken(broken))
        {
            return new Refused(AddFile.Field, t["The file did not arrive whole. Send it again."]).ToProblem();
        }
    }

    private static async Task<IResult> Read(OpenFile open, CurrentUser user, Guid id, CancellationToken cancel) =>
        (await open.RunAsync(user.Id, id, cancel)).ToHttp(file => new FileAnswer(file));

    private static async Task<IResult> Delete(DeleteFile delete, CurrentUser user, Guid id, CancellationToken cancel) =>
        (await delete.RunAsync(user.Id, id, cancel)).ToHttp(_ => TypedResults.NoContent());
}
