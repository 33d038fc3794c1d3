namespace JobTracker.Features.Mail.Delivery;

/// <summary>Delivers mail as long as the site runs: at once what this process has written, and every now and then what others have left behind.</summary>
internal sealed partial class MailRounds(
    IServiceScopeFactory scopes,
    OutboxBell bell,
    IMailCarrier carrier,
    MailStanding standing,
    TimeProvider clock,
    ILogger<MailRounds> logger
) : BackgroundService
{
    /// <summary>Connections to the mail server at one time.</summary>
    private const int Lanes = 2;
    private const int LongestPauseDoubled = 4;
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!standing.IsOn)
            return;
        try
        {
            await Task.WhenAll(Enumerable.Range(0, Lanes).Select(_ => LaneAsync(stoppingToken)));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The site stops, or could not start: nothing that the host should report.
        }
        finally
        {
            await carrier.RestAsync();
        }
    }

    private async Task LaneAsync(CancellationToken stop)
    {
        for (var failures = 0; ; )
        {
            var rung = bell.Rung;
            switch (await LookAsync(stop))
            {
                case DeliverMail.Round.Went:
                    failures = 0;
                    break;
                case DeliverMail.Round.Nothing:
                    await carrier.RestAsync();
                    await Task.WhenAny(rung, Task.Delay(Period, clock, stop));
                    stop.ThrowIfCancellationRequested();
                    break;
                default:
                    await Task.Delay(Pause * (1 << Math.Min(failures++, LongestPauseDoubled)), clock, stop);
                    break;
            }
        }
    }

    private async Task<DeliverMail.Round> LookAsync(CancellationToken stop)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            return await scope.ServiceProvider.GetRequiredService<DeliverMail>().NextAsync(stop);
        }
        catch (Exception trouble) when (trouble is not OperationCanceledException)
        {
            // The database may be away. What was under way has its lease, and is taken again when that has run out.
            LogTrouble(trouble.GetType().Name);
            return DeliverMail.Round.NoWay;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Could not look for mail: {Exception}")]
    private partial void LogTrouble(string exception);
}
