using JobTracker.Kernel;
using Microsoft.Extensions.AI;

namespace JobTracker.Features.Coach.Providers;

/// <summary>How an answer went, in numbers and codes: nothing of what was said.</summary>
internal sealed class AnswerCourse(TimeProvider clock)
{
    /// <summary>The reader went away, or pressed Stop.</summary>
    public const string Stopped = "stopped";

    private const string Broken = "failed";
    private readonly long began = clock.GetTimestamp();

    /// <summary>The finish reason, the code of the trouble, or that it was stopped.</summary>
    public string Result { get; private set; } = Stopped;

    /// <summary>Null when no text came.</summary>
    public TimeSpan? FirstText { get; private set; }

    public UsageDetails? Usage { get; private set; }

    public TimeSpan Took => clock.GetElapsedTime(began);

    /// <summary>Goes on to the next update, and notes what it was.</summary>
    public async ValueTask<bool> MoreAsync(IAsyncEnumerator<ChatResponseUpdate> updates)
    {
        try
        {
            if (!await updates.MoveNextAsync())
                return false;
        }
        catch (AiException failed)
        {
            Result = failed.Trouble.Code;
            throw;
        }
        catch (Exception failed) when (failed is not OperationCanceledException)
        {
            Result = Broken;
            throw;
        }
        Note(updates.Current);
        return true;
    }

    private void Note(ChatResponseUpdate update)
    {
        if (update.Text.Length > 0)
            FirstText ??= Took;
        Usage = update.Contents.OfType<UsageContent>().LastOrDefault()?.Details ?? Usage;
        if (update.FinishReason is { } finish)
            Result = finish.Value;
    }
}
