using System.Collections.Concurrent;
using JobTracker.Kernel;

namespace JobTracker.Features.Coach.Conversations;

/// <summary>A reply to be written.</summary>
public sealed record ReplyJob(UserId Owner, Guid ApplicationId, Guid ConversationId, Guid QuestionId, Guid ReplyId, Guid Reservation);

/// <summary>Writes replies in the background, each in scopes of its own: no request has to wait for one, and closing a page ends none.</summary>
public sealed partial class ReplyRunner(
    IServiceScopeFactory scopes,
    RunningReplies running,
    TimeProvider clock,
    ILogger<ReplyRunner> logger
) : IHostedLifecycleService
{
    /// <summary>Replies may still end by themselves for so long when the process stops. Their readers go on elsewhere meanwhile.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<Guid, Task> writing = new();

    public void Start(ReplyJob job)
    {
        var reply = running.Add(job.ReplyId);
        writing[job.ReplyId] = Task.Run(() => RunAsync(job, reply));
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task StoppingAsync(CancellationToken cancellationToken)
    {
        await AllAsync().WaitAsync(Grace, clock, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await BreakOffAsync();
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    // Requests that were still running could have begun another one.
    public Task StoppedAsync(CancellationToken cancellationToken) => BreakOffAsync();

    private Task BreakOffAsync()
    {
        foreach (var reply in running.All)
            reply.Stop(StopReason.Shutdown);
        return AllAsync();
    }

    private Task AllAsync() => Task.WhenAll(writing.Values);

    private async Task RunAsync(ReplyJob job, RunningReply reply)
    {
        try
        {
            // The model's side may use the database while a piece is being stored: each side has its own connection.
            await using var thinking = scopes.CreateAsyncScope();
            await using var storing = scopes.CreateAsyncScope();
            var write = new WriteReply(
                thinking.ServiceProvider.GetRequiredService<ThinkOfReply>(),
                storing.ServiceProvider.GetRequiredService<ReplyStore>(),
                clock,
                logger
            );
            await write.RunAsync(job, reply);
        }
        catch (Exception trouble)
        {
            // The database may be away. The lease runs out, and the reply is closed by whoever looks at it next.
            LogTrouble(job.ReplyId, trouble.GetType().Name);
        }
        finally
        {
            reply.Tell();
            running.Remove(job.ReplyId);
            writing.TryRemove(job.ReplyId, out _);
            reply.Dispose();
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Reply {ReplyId} was not written to its end: {Exception}")]
    private partial void LogTrouble(Guid replyId, string exception);
}
