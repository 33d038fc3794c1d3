using System.Runtime.CompilerServices;
using JobTracker.Data;
using JobTracker.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace JobTracker.Features.Coach.Conversations;

/// <summary>What a reader of a running reply is told.</summary>
public abstract record ReplyNews
{
    /// <summary>The next piece of text.</summary>
    public sealed record Delta(int Number, string Text) : ReplyNews;

    /// <summary>It is over, and how.</summary>
    public sealed record Ended(MessageRow Reply) : ReplyNews;

    /// <summary>Nothing new for a while: the line is to be kept open.</summary>
    public sealed record Quiet : ReplyNews;
}

/// <summary>Follows a reply from any piece of it on, in whichever process it is written. Here the writer wakes its readers; elsewhere the rows are asked.</summary>
public sealed class FollowReply(
    JobTrackerDb db,
    RunningReplies running,
    CloseLeftBehind close,
    IStringLocalizer<Texts> t,
    TimeProvider clock
)
{
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(10);

    /// <param name="owner">Whose.</param>
    /// <param name="replyId">Which; it was found before.</param>
    /// <param name="after">The number of the last piece that the reader has; 0 for none.</param>
    /// <param name="cancel">The reader is gone.</param>
    public async IAsyncEnumerable<ReplyNews> RunAsync(
        UserId owner,
        Guid replyId,
        int after,
        [EnumeratorCancellation] CancellationToken cancel
    )
    {
        var last = after;
        for (var heard = clock.GetTimestamp(); ; )
        {
            // Asked for before the rows are read: what is stored in between wakes us, too.
            var changed = running.Find(replyId)?.Changed;
            if (await ReadAsync(owner, replyId, last, cancel) is not { } now)
                yield break;
            foreach (var piece in now.Pieces)
            {
                yield return new ReplyNews.Delta(piece.Number, piece.Text);
                (last, heard) = (piece.Number, clock.GetTimestamp());
            }
            if (now.Reply.Status != MessageStatus.Streaming)
            {
                // Pieces are removed some time after the end: then all there is comes as one.
                if (last == 0 && now.Reply.Text.Length > 0)
                    yield return new ReplyNews.Delta(1, now.Reply.Text);
                yield return new ReplyNews.Ended(MessageRow.Of(now.Reply, t));
                yield break;
            }
            if (now.Reply.LeaseUntil <= clock.Now() && await close.RunAsync(owner, cancel) > 0)
                continue;
            if (clock.GetElapsedTime(heard) >= Quiet)
            {
                yield return new ReplyNews.Quiet();
                heard = clock.GetTimestamp();
            }
            await WaitAsync(changed, cancel);
        }
    }

    private async Task WaitAsync(Task? changed, CancellationToken cancel)
    {
        if (changed is null)
            await Task.Delay(Poll, clock, cancel);
        else
            await changed.WaitAsync(Quiet, clock, cancel).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        cancel.ThrowIfCancellationRequested();
    }

    /// <summary>The row and its new pieces in one statement: when the row says that it is over, no piece is missing.</summary>
    private Task<Now?> ReadAsync(UserId owner, Guid reply, int after, CancellationToken cancel) =>
        db
            .CoachMessages.OwnedBy(owner)
            .AsNoTracking()
            .Where(row => row.Id == reply)
            .Select(row => new Now(
                row,
                db.CoachChunks.OwnedBy(owner)
                    .Where(piece => piece.ReplyId == reply && piece.Number > after)
                    .OrderBy(piece => piece.Number)
                    .Select(piece => new Piece(piece.Number, piece.Text))
                    .ToList()
            ))
            .SingleOrDefaultAsync(cancel);

    private sealed record Piece(int Number, string Text);

    private sealed record Now(CoachMessage Reply, List<Piece> Pieces);
}
