namespace JobTracker.Features.Transfer.Import.Tables;

/// <summary>What stands between cells.</summary>
internal static class Delimiters
{
    public static readonly IReadOnlyList<char> All = [',', ';', '\t', '|'];

    /// <summary>The one that the first line has most of, outside quotation marks.</summary>
    public static char Guess(ReadOnlySpan<char> start)
    {
        Span<int> counts = stackalloc int[All.Count];
        var isQuoted = false;
        foreach (var letter in start)
        {
            if (letter == '"')
                isQuoted = !isQuoted;
            else if (!isQuoted && letter is '\r' or '\n' && counts.ContainsAnyExcept(0))
                break;
            else if (!isQuoted)
                for (var at = 0; at < All.Count; at++)
                    counts[at] += letter == All[at] ? 1 : 0;
        }
        var best = 0;
        for (var at = 1; at < All.Count; at++)
            best = counts[at] > counts[best] ? at : best;
        return All[best];
    }
}
