using System.Text;
using JobTracker.Kernel;

namespace JobTracker.Features.Coach.Context;

/// <summary>Puts items into the room there is: whole ones as long as they fit, of the first that does not its beginning, of the others their number.</summary>
internal sealed class ItemPacking(PromptWords words, Wrapper wrapper, double charactersPerToken)
{
    /// <summary>Less than this of a text says nothing.</summary>
    private const int Useful = 200;

    private readonly StringBuilder text = new();
    private readonly List<ContextItem> items = [];

    public string Text => text.ToString();

    public IReadOnlyList<ContextItem> Items => items;

    /// <param name="sources">In order; those of one kind stand together.</param>
    /// <param name="excluded">Keys of what the person switched off.</param>
    /// <param name="room">Tokens, for all of them together.</param>
    public void Pack(IReadOnlyList<Source> sources, IReadOnlyCollection<string> excluded, int room)
    {
        foreach (var kind in sources.GroupBy(source => source.Kind).OrderBy(group => group.Key))
            room -= PackKind(kind.Key, [.. kind], excluded, Math.Max(0, Math.Min(room, Budget.Of(kind.Key))));
    }

    /// <summary>How much was used.</summary>
    private int PackKind(ItemKind kind, IReadOnlyList<Source> sources, IReadOnlyCollection<string> excluded, int room)
    {
        // Where several can be left out, the line that says so has its place from the start.
        var notice = sources.Count > 1 ? TokensOf(words.LeftOut(kind, sources.Count) + "\n") : 0;
        var (used, leftOut, isFull) = (notice, 0, false);
        foreach (var source in sources)
        {
            var whole = Wrapped(kind, Body(source));
            var item = new ContextItem(source.Key, Wire.Name(kind), source.Title, source.Detail, TokensOf(whole), false, false, false);
            if (excluded.Contains(source.Key))
            {
                items.Add(item with { Excluded = true });
                continue;
            }
            var isWhole = item.Tokens <= room - used;
            var packed =
                isFull ? null
                : isWhole ? whole
                : Shortened(source, room - used);
            // What follows is older, or due later, than what was too long already.
            isFull |= !isWhole;
            leftOut += packed is null ? 1 : 0;
            text.Append(packed);
            var tokens = packed is null ? 0 : TokensOf(packed);
            used += tokens;
            items.Add(packed is null ? item : item with { Tokens = tokens, Included = true, Truncated = !isWhole });
        }
        if (leftOut > 0 && notice > 0 && room >= used)
            text.Append(words.LeftOut(kind, leftOut)).Append('\n');
        return used;
    }

    private string? Shortened(Source source, int room)
    {
        var body = Body(source);
        if (source.Kind == ItemKind.Posting)
            body = Requirements.First(body);
        var around = Wrapped(source.Kind, words.RestLeftOut + "\n").Length;
        var characters = (int)(room * charactersPerToken) - around;
        return characters < Useful ? null : Wrapped(source.Kind, $"{Cutting.Begin(body, characters)}\n{words.RestLeftOut}");
    }

    private string Body(Source source) => wrapper.Clean(source.Text);

    private string Wrapped(ItemKind kind, string body) => wrapper.Wrap(Wire.Name(kind), body);

    private int TokensOf(string packed) => (int)Math.Ceiling(packed.Length / charactersPerToken);
}
