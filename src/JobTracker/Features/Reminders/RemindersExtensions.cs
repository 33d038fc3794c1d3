namespace JobTracker.Features.Reminders;

/// <summary>The daily digest.</summary>
public static class RemindersExtensions
{
    public static IServiceCollection AddReminders(this IServiceCollection services) =>
        services
            .AddSingleton<StopLinks>()
            .AddScoped<ScheduleDigest>()
            .AddScoped<StopDigest>()
            .AddScoped<ComposeDigest>()
            .AddScoped<SendDigests>()
            .AddScoped<SendPreview>()
            .AddHostedService<DigestRounds>();
}
