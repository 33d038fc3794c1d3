namespace JobTracker.Features.Applications;

/// <summary>How alike two folded texts are: both by the three-letter groups they share and by the letters to change.</summary>
public static class Likeness
{
    /// <summary>Shared trigrams by all trigrams (Jaccard), as PostgreSQL's pg_trgm counts them.</summary>
    public const double FewestShared = 0.5;

    /// <summary>Changed letters by the longer length (Levenshtein).</summary>
    public const double MostChanged = 0.25;

    private const int MostOnStack = 256;

    /// <summary>True when neither measure sees a real difference.</summary>
    public static bool AreNearlyEqual(string left, string right)
    {
        if (left == right)
            return left.Length > 0;
        var longer = Math.Max(left.Length, right.Length);
        var allowed = (int)(longer * MostChanged);
        return Math.Abs(left.Length - right.Length) <= allowed
            && Distance(left, right, allowed) <= allowed
            && SharedTrigrams(left, right) >= FewestShared;
    }

    /// <summary>No text of another length is nearly equal to one of this length.</summary>
    public static (int Shortest, int Longest) LengthsNear(int length) =>
        (length - (int)(length * MostChanged), (int)Math.Ceiling(length / (1 - MostChanged)));

    /// <summary>Between 0 and 1. Each word counts with two blanks before it and one behind.</summary>
    public static double SharedTrigrams(string left, string right)
    {
        var (ours, theirs) = (Trigrams(left), Trigrams(right));
        var shared = ours.Count(theirs.Contains);
        var all = ours.Count + theirs.Count - shared;
        return all == 0 ? 0 : (double)shared / all;
    }

    /// <summary>The fewest insertions, removals and replacements from one to the other (Levenshtein 1966), row by row.</summary>
    /// <param name="most">Where it must be more than this, counting ends: then it is any larger number. Most companies differ after a few letters.</param>
    public static int Distance(ReadOnlySpan<char> left, ReadOnlySpan<char> right, int most = int.MaxValue)
    {
        // What both begin or end with changes nothing.
        var same = left.CommonPrefixLength(right);
        left = left[same..];
        right = right[same..];
        while (left.Length > 0 && right.Length > 0 && left[^1] == right[^1])
        {
            left = left[..^1];
            right = right[..^1];
        }

        Span<int> before = stackalloc int[MostOnStack];
        Span<int> row = stackalloc int[MostOnStack];
        if (right.Length >= MostOnStack)
        {
            before = new int[right.Length + 1];
            row = new int[right.Length + 1];
        }
        for (var j = 0; j <= right.Length; j++)
            before[j] = j;
        for (var i = 1; i <= left.Length; i++)
        {
            row[0] = i;
            var fewest = i;
            for (var j = 1; j <= right.Length; j++)
            {
                row[j] = Math.Min(Math.Min(row[j - 1], before[j]) + 1, before[j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1));
                fewest = Math.Min(fewest, row[j]);
            }
            if (fewest > most)
                return fewest;
            var swap = before;
            before = row;
            row = swap;
        }
        return before[right.Length];
    }

    private static HashSet<string> Trigrams(string text)
    {
        var all = new HashSet<string>(StringComparer.Ordinal);
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var padded = $"  {word} ";
            for (var at = 0; at + 3 <= padded.Length; at++)
                all.Add(padded.Substring(at, 3));
        }
        return all;
    }
}
