using JobTracker.Kernel;
using JobTracker.Web;

namespace JobTracker.Features.Coach.Conversations;

/// <summary>A reply as a stream of events: the same for programs and for the site's own pages.</summary>
public sealed class ReplyStream(FollowReply follow, IHostApplicationLifetime site)
{
    public sealed record Delta(string Text);

    public sealed record Done(MessageRow Message);

    public sealed record Trouble(string Code, string Message, int? RetryAfter);

    /// <param name="context">Whose response it is.</param>
    /// <param name="owner">Whose reply.</param>
    /// <param name="reply">Which; it was found before.</param>
    /// <param name="after">The number of the last piece that the reader has.</param>
    public async Task WriteAsync(HttpContext context, UserId owner, Guid reply, int after)
    {
        // A process that stops sends its readers elsewhere, where they go on from the rows.
        using var end = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, site.ApplicationStopping);
        var stream = new EventStream(context);
        try
        {
            await stream.StartAsync(end.Token);
            await foreach (var news in follow.RunAsync(owner, reply, after, end.Token))
                await WriteAsync(stream, news, end.Token);
        }
        catch (OperationCanceledException) when (end.IsCancellationRequested)
        {
            // The reader went, or is to come back.
        }
    }

    private static Task WriteAsync(EventStream stream, ReplyNews news, CancellationToken cancel) =>
        news switch
        {
            ReplyNews.Delta delta => stream.WriteAsync("delta", new Delta(delta.Text), delta.Number, cancel),
            ReplyNews.Ended { Reply: { Error: { } error } reply } => stream.WriteAsync(
                "error",
                new Trouble(error.Code, error.Message, Wait(error, reply)),
                id: null,
                cancel
            ),
            ReplyNews.Ended ended => stream.WriteAsync("done", new Done(ended.Reply), id: null, cancel),
            _ => stream.KeepOpenAsync(cancel),
        };

    private static int? Wait(MessageError error, MessageRow reply) =>
        (error.RetryAt - reply.FinishedAt) is { } wait ? Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)) : null;
}
