using Microsoft.Extensions.AI;

namespace JobTracker.Features.Coach.Context;

/// <summary>Makes the prompt: rules, data, and as much of what was said as there is room for. It never gets larger than <see cref="Budget.Total"/>.</summary>
public sealed class Packing(PromptWords words, string mark, double charactersPerToken)
{
    private const int NewestTurns = 3;
    private const string AnyKind = "…";

    private readonly Wrapper wrapper = new(mark);

    public PackedPrompt Pack(
        IReadOnlyList<Source> sources,
        IReadOnlyCollection<string> excluded,
        IReadOnlyList<Turn> turns,
        string? summary,
        DateOnly today
    )
    {
        var rules = words.Before(today, wrapper.Opening(AnyKind), wrapper.Closing);
        var said = turns.Select(turn => turn with { Text = wrapper.Clean(turn.Text) }).ToList();
        if (said.Count > 0)
            said[^1] = said[^1] with { Text = Cutting.Begin(said[^1].Text, CharactersOf(Budget.NewestTurns - Budget.Message)) };
        var free = Budget.Total - CostOf(rules) - CostOf(words.After);
        var kept = Math.Min(said.TakeLast(NewestTurns).Sum(turn => CostOf(turn.Text)), Budget.NewestTurns);

        var packing = new ItemPacking(words, wrapper, charactersPerToken);
        packing.Pack(sources, excluded, free - kept);
        free -= TokensOf(packing.Text);
        var before = Summarized(summary, Math.Min(Budget.Summary, free - kept));
        free -= TokensOf(before);
        var newest = Newest(said, free);

        ChatMessage[] messages =
        [
            new(ChatRole.System, rules),
            new(ChatRole.User, $"{packing.Text}{before}{words.After}"),
            .. newest.Select(turn => new ChatMessage(turn.Role, turn.Text)),
        ];
        return new PackedPrompt(
            messages,
            packing.Items,
            messages.Sum(message => CostOf(message.Text)),
            Budget.Total,
            Source.Hash(sources.Where(source => !excluded.Contains(source.Key)), words.Locale),
            turns.Count - newest.Count
        );
    }

    /// <summary>As many as fit, the last ones, beginning with something that the person said.</summary>
    private IReadOnlyList<Turn> Newest(List<Turn> said, int room)
    {
        var from = said.Count;
        while (from > 0 && (room -= CostOf(said[from - 1].Text)) >= 0)
            from--;
        while (from > 0 && from < said.Count - 1 && said[from].Role != ChatRole.User)
            from++;
        return [.. said.Skip(from)];
    }

    private string Summarized(string? summary, int room)
    {
        if (string.IsNullOrWhiteSpace(summary))
            return "";
        const string kind = "summary";
        var most = CharactersOf(room) - wrapper.Wrap(kind, words.Summary + "\n").Length;
        var text = Cutting.Begin(wrapper.Clean(summary), most);
        return text.Length == 0 ? "" : wrapper.Wrap(kind, $"{words.Summary}\n{text}");
    }

    private int CostOf(string message) => TokensOf(message) + Budget.Message;

    private int TokensOf(string text) => (int)Math.Ceiling(text.Length / charactersPerToken);

    private int CharactersOf(int tokens) => (int)(tokens * charactersPerToken);
}
