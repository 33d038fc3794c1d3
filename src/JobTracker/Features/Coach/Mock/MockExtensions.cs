namespace JobTracker.Features.Coach.Mock;

/// <summary>Mock interviews: pages only, since answers are written by people.</summary>
public static class MockExtensions
{
    public static IServiceCollection AddMockInterviews(this IServiceCollection services) =>
        services
            .AddScoped<StartMock>()
            .AddScoped<ReadMock>()
            .AddScoped<ListMocks>()
            .AddScoped<AnswerQuestion>()
            .AddScoped<AskFollowUp>()
            .AddScoped<EndMock>();
}
