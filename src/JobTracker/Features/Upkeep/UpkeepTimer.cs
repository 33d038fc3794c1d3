namespace JobTracker.Features.Upkeep;

/// <summary>Cleans up once an hour. Two processes may do it at once: each row goes once.</summary>
internal sealed partial class UpkeepTimer(IServiceScopeFactory scopes, TimeProvider clock, ILogger<UpkeepTimer> logger) : BackgroundService
{
    private static readonly TimeSpan Period = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Period, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
                await CleanUpAsync(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The site stops, or could not start: nothing that the host should report.
        }
    }

    private async Task CleanUpAsync(CancellationToken cancel)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            LogRemoved(await scope.ServiceProvider.GetRequiredService<CleanUp>().RunAsync(cancel));
        }
        catch (Exception trouble) when (trouble is not OperationCanceledException)
        {
            // The database may be away: the next hour is soon enough.
            LogTrouble(trouble.GetType().Name);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Cleaned up {Rows} rows")]
    private partial void LogRemoved(int rows);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Could not clean up: {Exception}")]
    private partial void LogTrouble(string exception);
}
