namespace JobTracker.Features.Statistics;

/// <summary>Statistics, for programs: <c>/api/statistics</c>.</summary>
public static class StatisticsModule
{
    public static IServiceCollection AddStatistics(this IServiceCollection services) =>
        services.AddScoped<ReadOverview>().AddScoped<ReadNumbers>();
}
