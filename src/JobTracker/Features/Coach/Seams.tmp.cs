using JobTracker.Data;
using JobTracker.Features.Accounts;
using JobTracker.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Localization;

namespace JobTracker.Features.Coach.Context
{
    public sealed record Turn(ChatRole Role, string Text);

    public sealed record ContextItem(
        string Key,
        string Kind,
        string Title,
        string? Detail,
        int Tokens,
        bool Excluded,
        bool Included,
        bool Truncated
    );

    public sealed record PackedPrompt(
        IReadOnlyList<ChatMessage> Messages,
        IReadOnlyList<ContextItem> Items,
        int Tokens,
        int Budget,
        string Hash,
        int TurnsLeftOut
    );

    public sealed class PackContext(JobTrackerDb db)
    {
        public async Task<PackedPrompt?> RunAsync(
            UserId owner,
            Guid applicationId,
            IReadOnlyCollection<string> excluded,
            IReadOnlyList<Turn> turns,
            string? summary,
            CancellationToken cancel
        )
        {
            if (!await db.Applications.OwnedBy(owner).AnyAsync(a => a.Id == applicationId, cancel))
                return null;
            ContextItem Item(string key, string title, string detail, int tokens) =>
                new(key, key, title, detail, tokens, excluded.Contains(key), !excluded.Contains(key), key == "posting");
            var items = new[]
            {
                Item("facts", "Application facts", "Status, dates, place, contact", 240),
                Item("interview", "Next interview", "Technical, Mon 23 Nov", 410),
                Item("posting", "Posting", "Captured 30 Oct, in full", 1920),
                Item("note:1", "R-tree project note", "Writing, 14 Nov", 1310),
            };
            var left = Math.Max(0, turns.Count - 9);
            return new PackedPrompt(
                [.. turns.Skip(left).Select(t => new ChatMessage(t.Role, t.Text))],
                items,
                items.Where(i => i.Included).Sum(i => i.Tokens),
                12000,
                "x",
                left
            );
        }
    }
}
