using JobTracker.Kernel;
using JobTracker.Web;
using JobTracker.Web.Documents;
using JobTracker.Web.Problems;

namespace JobTracker.Features.Statistics;

/// <summary>Statistics, for programs: <c>/api/statistics</c>.</summary>
public static class StatisticsModule
{
    public static IServiceCollection AddStatistics(this IServiceCollection services) =>
        services.AddScoped<CountApplications>().AddScoped<ReadOverview>().AddScoped<ReadNumbers>().AddScoped<ExportStatistics>();

    public static void MapStatistics(this IEndpointRouteBuilder routes)
    {
        var statistics = routes.MapGroup("/api/statistics").In(StatisticsContract.Chapter);
        statistics.MapGetWithQuery("overview", Overview).Is(StatisticsContract.Overview);
        statistics.MapGetWithQuery("timeline", Timeline).Is(StatisticsContract.Timeline);
        statistics.MapGetWithQuery("dashboard", Part(overview => overview.Dashboard)).Is(StatisticsContract.Dashboard);
        statistics.MapGetWithQuery("by-status", List(overview => overview.ByStatus)).Is(StatisticsContract.ByStatus);
        statistics.MapGetWithQuery("by-type", List(overview => overview.ByType)).Is(StatisticsContract.ByType);
        statistics.MapGetWithQuery("by-method", List(overview => overview.ByMethod)).Is(StatisticsContract.ByMethod);
        statistics.MapGetWithQuery("response-rate", Part(overview => overview.ResponseRate)).Is(StatisticsContract.ResponseRate);
        statistics.MapGetWithQuery("funnel", List(overview => overview.Funnel)).Is(StatisticsContract.Funnel);
        statistics.MapGetWithQuery("flow", Part(overview => overview.Flow)).Is(StatisticsContract.Flow);
        statistics.MapGetWithQuery("activity", List(overview => overview.Activity)).Is(StatisticsContract.Activity);
        routes.MapGetWithQuery("/api/export/statistics/excel", Export).In(StatisticsContract.Chapter).Is(StatisticsContract.Export);
    }

    private static async Task<IResult> Overview(
        ReadOverview read,
        CurrentUser user,
        [AsParameters] TimelineQuery query,
        CancellationToken cancel
    ) => (await read.RunAsync(user.Id, query.ToInput(), cancel)).ToHttp(TypedResults.Ok);

    private static async Task<IResult> Timeline(
        ReadOverview read,
        CurrentUser user,
        [AsParameters] TimelineQuery query,
        CancellationToken cancel
    ) => (await read.RunAsync(user.Id, query.ToInput(), cancel)).ToHttp(overview => TypedResults.Ok(Whole(overview.Timeline)));

    private static async Task<IResult> Export(
        ExportStatistics export,
        CurrentUser user,
        [AsParameters] TimelineQuery query,
        CancellationToken cancel
    ) =>
        (await export.RunAsync(user.Id, query.ToInput(), cancel)).ToHttp(workbook =>
            TypedResults.File(workbook.Content, workbook.MediaType, workbook.Name)
        );

    /// <summary>One figure of the overview: all of them come out of the same count.</summary>
    private static Delegate Part<T>(Func<Overview, T> part) =>
        async (ReadOverview read, CurrentUser user, [AsParameters] PeriodQuery query, CancellationToken cancel) =>
            (await read.RunAsync(user.Id, query.ToInput(), cancel)).ToHttp(overview => TypedResults.Ok(part(overview)));

    private static Delegate List<T>(Func<Overview, IReadOnlyList<T>> part) => Part(overview => Whole(part(overview)));

    private static Page<T> Whole<T>(IReadOnlyList<T> items) => new(items);
}
