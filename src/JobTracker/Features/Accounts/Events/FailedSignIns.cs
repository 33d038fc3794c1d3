using System.Threading.Channels;
using JobTracker.Kernel;

namespace JobTracker.Features.Accounts.Events;

/// <summary>
/// Failed sign-ins on their way into the log of the account. They are written after the answer is given: an address that somebody has must not
/// cost more time than one that nobody has.
/// </summary>
public sealed class FailedSignIns
{
    private const int Most = 1_000;

    private readonly Channel<(UserId Owner, string Device)> waiting = Channel.CreateBounded<(UserId, string)>(
        new BoundedChannelOptions(Most) { FullMode = BoundedChannelFullMode.DropWrite }
    );

    public void Tell(UserId owner, string device) => waiting.Writer.TryWrite((owner, device));

    internal IAsyncEnumerable<(UserId Owner, string Device)> ReadAllAsync(CancellationToken cancel) => waiting.Reader.ReadAllAsync(cancel);
}

/// <summary>Writes them down, one after the other.</summary>
internal sealed partial class FailedSignInsWriter(FailedSignIns failed, IServiceScopeFactory scopes, ILogger<FailedSignInsWriter> logger)
    : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await foreach (var (owner, device) in failed.ReadAllAsync(stoppingToken))
                await WriteAsync(owner, device, stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The site stops.
        }
    }

    private async Task WriteAsync(UserId owner, string device, CancellationToken cancel)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<SecurityLog>().AddFailedSignInAsync(owner, device, cancel);
        }
        catch (Exception trouble) when (trouble is not OperationCanceledException)
        {
            // The account may be gone, or the database away: a count that lacks one is better than a sign-in page that waits.
            LogTrouble(trouble.GetType().Name);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Could not write down a failed sign-in: {Exception}")]
    private partial void LogTrouble(string exception);
}
