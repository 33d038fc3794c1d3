using JobTracker.Features.Mail;

namespace JobTracker.Features.Reminders;

/// <summary>Looks every half minute whose digest is due. Any number of processes may do so.</summary>
internal sealed partial class DigestRounds(
    IServiceScopeFactory scopes,
    MailStanding standing,
    TimeProvider clock,
    ILogger<DigestRounds> logger
) : BackgroundService
{
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!standing.IsOn)
            return;
        using var timer = new PeriodicTimer(Period, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
                await SendAsync(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The site stops, or could not start: nothing that the host should report.
        }
    }

    private async Task SendAsync(CancellationToken cancel)
    {
        try
        {
            for (var more = true; more; )
            {
                await using var scope = scopes.CreateAsyncScope();
                more = await scope.ServiceProvider.GetRequiredService<SendDigests>().NextAsync(cancel);
            }
        }
        catch (Exception trouble) when (trouble is not OperationCanceledException)
        {
            // The database may be away: the next look is soon enough.
            LogTrouble(trouble.GetType().Name);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Could not look for digests: {Exception}")]
    private partial void LogTrouble(string exception);
}
