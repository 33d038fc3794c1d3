using System.Text;
using System.Threading.Channels;
using JobTracker.Features.Coach.Limits;
using JobTracker.Features.Coach.Providers;
using JobTracker.Kernel;
using Microsoft.Extensions.AI;

namespace JobTracker.Features.Coach.Conversations;

/// <summary>Brings a reply from the model to the database: one write at a time, and what comes meanwhile joins the next.</summary>
internal sealed partial class WriteReply(ThinkOfReply think, ReplyStore store, TimeProvider clock, ILogger logger)
{
    /// <summary>What came from the model, apart from the words.</summary>
    private sealed record Speech
    {
        public AiTrouble? Trouble { get; set; }
        public bool Cut { get; set; }
        public UsageDetails? Usage { get; set; }
        public long PromptTokens { get; set; }
        public long Spent { get; set; }
    }

    public async Task RunAsync(ReplyJob job, RunningReply reply)
    {
        var pieces = Channel.CreateUnbounded<string>(new UnboundedChannelOptions { SingleReader = true, SingleWriter = true });
        var storing = StoreAsync(job, reply, pieces.Reader);
        var speech = new Speech();
        await SpeakAsync(job, reply, pieces.Writer, speech);
        pieces.Writer.Complete();
        var end = EndOf(reply.Reason, speech, await storing);
        await store.FinishAsync(job.Owner, job.ReplyId, job.Reservation, end, CancellationToken.None);
    }

    private async Task SpeakAsync(ReplyJob job, RunningReply reply, ChannelWriter<string> pieces, Speech speech)
    {
        try
        {
            var prepared = await think.PrepareAsync(job.Owner, job, reply.Stopped);
            if (prepared is Failed<ThinkOfReply.Thought> { Failure: var failure })
            {
                speech.Trouble = failure as AiTrouble ?? new AiTrouble(failure is Conflict conflict ? conflict.Code : MessageRow.Internal);
                return;
            }
            var thought = ((Done<ThinkOfReply.Thought>)prepared).Value;
            (speech.PromptTokens, speech.Spent) = (thought.Prompt.Tokens, thought.Spent);
            await ListenAsync(thought.SpeakAsync(reply.Stopped), pieces, speech);
        }
        catch (AiException broken)
        {
            speech.Trouble = broken.Trouble;
        }
        catch (OperationCanceledException) when (reply.Stopped.IsCancellationRequested)
        {
            // Stopped: why stands at the reply.
        }
        catch (Exception bug)
        {
            LogBug(job.ReplyId, bug.GetType().Name, bug.StackTrace);
            speech.Trouble = new AiTrouble(MessageRow.Internal);
        }
    }

    private static async Task ListenAsync(IAsyncEnumerable<ChatResponseUpdate> updates, ChannelWriter<string> pieces, Speech speech)
    {
        var storable = new StorableText();
        var length = 0;
        await foreach (var update in updates)
        {
            foreach (var usage in update.Contents.OfType<UsageContent>())
                speech.Usage = usage.Details;
            if (update.FinishReason == ChatFinishReason.Length)
                speech.Cut = true;
            var piece = storable.Take(update.Text);
            if (length + piece.Length > CoachMessage.MostText)
            {
                speech.Cut = true;
                return;
            }
            length += piece.Length;
            if (piece.Length > 0)
                await pieces.WriteAsync(piece);
        }
    }

    /// <summary>All text that was stored.</summary>
    private async Task<string> StoreAsync(ReplyJob job, RunningReply reply, ChannelReader<string> pieces)
    {
        var text = new StringBuilder();
        var renewed = clock.GetTimestamp();
        var (number, more) = (0, pieces.WaitToReadAsync().AsTask());
        try
        {
            while (true)
            {
                // Even while nothing comes the row is asked whether to go on.
                await ((Task)more).WaitAsync(ReplyLease.Beat, clock).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                var isEnd = more.IsCompleted && !await more;
                if (isEnd)
                    return text.ToString();
                var piece = Waiting(pieces);
                var answer = await store.AppendAsync(job.Owner, job.ReplyId, number + 1, piece, CancellationToken.None);
                if (answer == ReplyStore.Answer.Gone)
                {
                    reply.Stop(StopReason.Gone);
                    return text.ToString();
                }
                if (piece.Length > 0)
                {
                    number++;
                    text.Append(piece);
                    reply.Tell();
                }
                if (answer == ReplyStore.Answer.Stop)
                    reply.Stop(StopReason.Asked);
                if (clock.GetElapsedTime(renewed) >= CoachAllowance.Renewal)
                {
                    await store.RenewAsync(job.Owner, job.Reservation, CancellationToken.None);
                    renewed = clock.GetTimestamp();
                }
                if (more.IsCompleted)
                    more = pieces.WaitToReadAsync().AsTask();
            }
        }
        catch
        {
            // Nothing more can be kept, so nothing more is to be asked for.
            reply.Stop(StopReason.Gone);
            throw;
        }
    }

    private static string Waiting(ChannelReader<string> pieces)
    {
        var waiting = new StringBuilder();
        while (pieces.TryRead(out var piece))
            waiting.Append(piece);
        return waiting.ToString();
    }

    private static ReplyEnd EndOf(StopReason? stopped, Speech speech, string text)
    {
        var trouble = stopped is null or StopReason.Asked ? speech.Trouble : new AiTrouble(AiCodes.Interrupted);
        if (stopped is null && trouble is null && text.Length == 0)
            trouble = new AiTrouble(AiCodes.Interrupted);
        var status = trouble switch
        {
            null => stopped is null ? MessageStatus.Done : MessageStatus.Stopped,
            { Code: AiCodes.Interrupted } => MessageStatus.Interrupted,
            _ => MessageStatus.Failed,
        };
        var total = speech.Usage?.TotalTokenCount ?? speech.PromptTokens + text.Length / 4;
        return new ReplyEnd(status, text)
        {
            Cut = speech.Cut,
            Trouble = trouble,
            InputTokens = (int?)speech.Usage?.InputTokenCount,
            OutputTokens = (int?)(total - speech.Usage?.InputTokenCount),
            TokensUsed = total + speech.Spent,
        };
    }

    // Without the exception's message, which may quote what somebody wrote.
    [LoggerMessage(Level = LogLevel.Error, Message = "Bug in reply {ReplyId}: {Exception}\n{StackTrace}")]
    private partial void LogBug(Guid replyId, string exception, string? stackTrace);
}
