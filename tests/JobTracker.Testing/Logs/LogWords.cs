namespace JobTracker.Testing.Logs;

/// <summary>
/// What people in the tests wrote, and the secrets that they were given: none of it may stand in a log. Tests note words as they come to be;
/// an app looks at the end whether its lines hold one of those of its lifetime.
/// </summary>
public static class LogWords
{
    private const int Shortest = WordSearch.Shortest;

    // Longer than any word of our own: a key, a token, an address.
    private const int Secret = 24;

    private static readonly Lock Door = new();
    private static readonly Dictionary<string, int> Places = new(StringComparer.Ordinal);
    private static readonly List<string> InOrder = [];
    private static int newest;

    /// <summary>An app begins: how many words there were before it.</summary>
    public static int Begin()
    {
        lock (Door)
            return newest = InOrder.Count;
    }

    /// <summary>Notes a secret, or something that somebody wrote; too short ones say nothing.</summary>
    public static void Add(string? word)
    {
        if (word is not { Length: >= Shortest })
            return;
        lock (Door)
        {
            // Said again to an app that began since, it counts for that one too.
            if (Places.TryGetValue(word, out var place) && place >= newest)
                return;
            Places[word] = InOrder.Count;
            InOrder.Add(word);
        }
    }

    /// <summary>Notes a value that was sent, if it is somebody's own: a sentence, an address or a key, and no word of the contract.</summary>
    public static void AddSent(string? value)
    {
        if (
            value?.Trim() is { } own
            && (own.Contains(' ', StringComparison.Ordinal) || own.Contains('@', StringComparison.Ordinal) || own.Length >= Secret)
        )
            Add(own);
    }

    /// <summary>Those that came since then.</summary>
    public static IReadOnlyList<string> Since(int start)
    {
        lock (Door)
            return InOrder[start..];
    }
}
