using JobTracker.Features.Accounts;
using JobTracker.Kernel;
using JobTracker.Web;
using JobTracker.Web.Documents;
using JobTracker.Web.Problems;

namespace JobTracker.Features.Transfer.Export;

/// <summary>Exports, for programs: <c>/api/export</c>.</summary>
public static class ExportModule
{
    public static IServiceCollection AddExports(this IServiceCollection services) =>
        services
            .AddSingleton<ExportGate>()
            .AddScoped<BeginExport>()
            .AddScoped<ReadBatches>()
            .AddScoped<ReadParts>()
            .AddScoped<ReadConversations>()
            .AddScoped<ReadApplications>()
            .AddScoped<ReadRest>()
            .AddScoped<PackFiles>()
            .AddScoped<CountHoldings>()
            .AddScoped<ExportJson>()
            .AddScoped<ExportCsv>()
            .AddScoped<ExportExcel>();

    public static void MapExports(this IEndpointRouteBuilder routes)
    {
        var exports = routes.MapGroup("/api/export").In(ExportContract.Chapter).WithMetadata(new FreshSignInAttribute());
        exports.WithRequestTimeout(Transfers.Policy);
        exports.MapGet("json", Json).Is(ExportContract.Json);
        exports.MapGet("csv", Csv).Is(ExportContract.Csv);
        exports.MapGet("excel", Excel).Is(ExportContract.Excel);
    }

    private static async Task<IResult> Json(ExportJson export, CurrentUser user, HttpRequest request, CancellationToken cancel) =>
        Answer(await export.RunAsync(user.Id, DeviceOf(request), cancel));

    private static async Task<IResult> Csv(ExportCsv export, CurrentUser user, HttpRequest request, CancellationToken cancel) =>
        Answer(await export.RunAsync(user.Id, DeviceOf(request), cancel));

    private static async Task<IResult> Excel(ExportExcel export, CurrentUser user, HttpRequest request, CancellationToken cancel) =>
        Answer(await export.RunAsync(user.Id, DeviceOf(request), cancel));

    private static IResult Answer(Outcome<Download> outcome) => outcome.ToHttp(download => new DownloadAnswer(download));

    private static string DeviceOf(HttpRequest request) => DeviceLabel.Of(request.Headers.UserAgent);
}
