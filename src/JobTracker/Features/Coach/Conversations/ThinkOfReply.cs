using JobTracker.Data;
using JobTracker.Features.Coach.Context;
using JobTracker.Features.Coach.Providers;
using JobTracker.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.AI;

namespace JobTracker.Features.Coach.Conversations;

/// <summary>What the model says to a message, as it comes.</summary>
public sealed class ThinkOfReply(JobTrackerDb db, OpenModel open, PackContext pack, ReadTurns turns, SummarizeTurns summarize)
{
    /// <summary>Who answers, and what it was asked.</summary>
    /// <param name="Model">Whose words they are.</param>
    /// <param name="Prompt">What it is asked.</param>
    /// <param name="Spent">Tokens that were needed to get there.</param>
    public sealed record Thought(CoachModel Model, PackedPrompt Prompt, long Spent)
    {
        public IAsyncEnumerable<ChatResponseUpdate> SpeakAsync(CancellationToken cancel) =>
            Model.Client.GetStreamingResponseAsync(Prompt.Messages, Options, cancel);
    }

    internal static readonly ChatOptions Options = new() { MaxOutputTokens = 4_096 };

    public async Task<Outcome<Thought>> PrepareAsync(UserId owner, ReplyJob job, CancellationToken cancel)
    {
        var opened = await open.RunAsync(owner, cancel);
        if (opened is not Done<CoachModel> { Value: var model })
            return ((Failed<CoachModel>)opened).Failure;
        var conversation = await db
            .Conversations.OwnedBy(owner)
            .AsNoTracking()
            .SingleOrDefaultAsync(row => row.Id == job.ConversationId, cancel);
        if (conversation is null)
            return new NotFound();
        var history = await turns.RunAsync(owner, conversation, job.QuestionId, cancel);
        var prompt = await PackAsync(owner, conversation, history, cancel);
        var spent = 0L;
        if (prompt is not null && history.NeedsSummary(prompt.TurnsLeftOut))
        {
            spent = await summarize.RunAsync(owner, conversation, history, model.Client, cancel);
            if (spent > 0)
                prompt = await PackAsync(owner, conversation, history.Summarized, cancel);
        }
        return prompt is null ? new NotFound() : new Thought(model, prompt, spent);
    }

    private Task<PackedPrompt?> PackAsync(UserId owner, Conversation conversation, ReadTurns.History history, CancellationToken cancel) =>
        pack.RunAsync(owner, conversation.ApplicationId, conversation.ExcludedItems, history.Turns, conversation.Summary, cancel);
}
