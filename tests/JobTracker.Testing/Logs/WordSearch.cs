namespace JobTracker.Testing.Logs;

/// <summary>Looks for thousands of words at once: by the last characters of each, and then for the whole of those found.</summary>
internal sealed class WordSearch
{
    /// <summary>Shorter words are too likely to be somebody else's.</summary>
    public const int Shortest = 12;

    /// <summary>Whoever said them: everybody's password, and how addresses and tokens end or begin.</summary>
    private static readonly string[] Always = [TestUser.Password, "@example.org", "@example.com", "eyJhbGciOi"];

    /// <summary>What the app itself shows to whoever has left a setting out.</summary>
    private const string Sample = "jobs@example.org";

    private readonly Dictionary<string, List<string>> byEnd = new(StringComparer.Ordinal);

    public WordSearch(IEnumerable<string> words)
    {
        foreach (var word in words)
        {
            var end = word[^Shortest..];
            if (!byEnd.TryGetValue(end, out var alike))
                byEnd[end] = alike = [];
            alike.Add(word);
        }
    }

    public bool FindsIn(string line)
    {
        var told = line.Replace(Sample, "", StringComparison.Ordinal);
        if (Always.Any(word => told.Contains(word, StringComparison.Ordinal)))
            return true;
        var ends = byEnd.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var at = 0; at + Shortest <= line.Length; at++)
            if (
                ends.TryGetValue(line.AsSpan(at, Shortest), out var alike)
                && alike.Exists(word => line.Contains(word, StringComparison.Ordinal))
            )
                return true;
        return false;
    }
}
