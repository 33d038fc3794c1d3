using JobTracker.Data;
using JobTracker.Features.Coach.Context;
using JobTracker.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.AI;

namespace JobTracker.Features.Coach.Conversations;

/// <summary>What was said before a message, as the model is told of it: of each reply the newest version that has any text.</summary>
public sealed class ReadTurns(JobTrackerDb db)
{
    /// <summary>So many are always sent word for word, even when the summary covers them: two turns each.</summary>
    private const int LastExchanges = 4;

    /// <summary>So many wait for a summary at most: one is made of several at once, which costs a call.</summary>
    private const int MostUncovered = 8;
    private const int MostExchanges = 60;

    /// <summary>A message and what was replied.</summary>
    public sealed record Exchange(Guid QuestionId, string Question, string Reply);

    /// <summary>What was said before a message, and the message.</summary>
    public sealed record History
    {
        /// <summary>Oldest first.</summary>
        public required IReadOnlyList<Exchange> Exchanges { get; init; }

        /// <summary>How many of them the summary covers.</summary>
        public required int Covered { get; init; }
        public required string Question { get; init; }

        private int First => Math.Max(0, Math.Min(Covered, Exchanges.Count - LastExchanges));

        /// <summary>Oldest first, the message last.</summary>
        public IReadOnlyList<Turn> Turns =>
            [
                .. Exchanges
                    .Skip(First)
                    .SelectMany(said => new[] { new Turn(ChatRole.User, said.Question), new Turn(ChatRole.Assistant, said.Reply) }),
                new(ChatRole.User, Question),
            ];

        /// <summary>True when it has outgrown its place: it became long, or one of the oldest turns found no room and is in no summary either.</summary>
        public bool NeedsSummary(int turnsLeftOut) =>
            Exchanges.Count - Covered >= MostUncovered || (turnsLeftOut > 0 && First + (turnsLeftOut + 1) / 2 > Covered);

        /// <summary>The same with all of it in the summary.</summary>
        public History Summarized => this with { Covered = Exchanges.Count };
    }

    public async Task<History> RunAsync(UserId owner, Conversation conversation, Guid questionId, CancellationToken cancel)
    {
        var messages = db.CoachMessages.OwnedBy(owner).AsNoTracking().Where(row => row.ConversationId == conversation.Id);
        var question = await messages.SingleAsync(row => row.Id == questionId, cancel);
        var asked = await messages
            .Where(row => row.Role == MessageRole.User && row.CreatedAt < question.CreatedAt)
            .OrderByDescending(row => row.CreatedAt)
            .ThenByDescending(row => row.Id)
            .Take(MostExchanges)
            .Select(row => new { row.Id, row.Text })
            .ToListAsync(cancel);
        var ids = asked.ConvertAll(row => row.Id);
        var replies = await messages
            .Where(row => ids.Contains(row.AnswersId!.Value) && row.Text.Length > 0)
            .OrderBy(row => row.Variant)
            .Select(row => new { row.AnswersId, row.Text })
            .ToListAsync(cancel);
        var newest = replies.GroupBy(row => row.AnswersId!.Value).ToDictionary(group => group.Key, group => group.Last().Text);
        asked.Reverse();
        // What was never answered would only puzzle.
        var exchanges = asked
            .Where(row => newest.ContainsKey(row.Id))
            .Select(row => new Exchange(row.Id, row.Text, newest[row.Id]))
            .ToList();
        return new History
        {
            Exchanges = exchanges,
            Covered = exchanges.FindIndex(said => said.QuestionId == conversation.SummarizedUntil) + 1,
            Question = question.Text,
        };
    }
}
