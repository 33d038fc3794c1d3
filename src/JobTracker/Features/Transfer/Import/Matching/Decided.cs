namespace JobTracker.Features.Transfer.Import.Matching;

/// <summary>What becomes of the rows of one kind.</summary>
public sealed class Decided
{
    private Decided() { }

    /// <summary>In the order of the file.</summary>
    public List<Candidate> ToAdd { get; } = [];

    /// <summary>Those of <see cref="ToAdd"/> whose id something else has.</summary>
    public HashSet<int> ToRenew { get; } = [];

    /// <summary>For rows that are there under another id: from the file's id to that of the row.</summary>
    public Dictionary<Guid, Guid> Known { get; } = [];
    public int Duplicates { get; private set; }

    /// <param name="rows">That keep every rule.</param>
    /// <param name="existing">Is used up by it.</param>
    /// <param name="oneEach">True where equal rows of the file are one.</param>
    public static Decided Of(IEnumerable<Candidate> rows, Existing existing, bool oneEach)
    {
        var decided = new Decided();
        var seen = new HashSet<UInt128>();
        foreach (var row in rows)
        {
            var isThere = existing.Live.Contains(row.Id);
            if (!isThere && (oneEach ? existing.Has(row.Key) || !seen.Add(row.Key) : existing.Match(row.Key)))
            {
                isThere = true;
                if (row.Id != Guid.Empty && existing.ByContent.TryGetValue(row.Key, out var other))
                    decided.Known[row.Id] = other;
            }
            if (isThere)
            {
                decided.Duplicates++;
                continue;
            }
            decided.ToAdd.Add(row);
            if (existing.Taken.Contains(row.Id))
                decided.ToRenew.Add(row.Place);
        }
        return decided;
    }

    /// <summary>Leaves out what does not fit: all behind the first so many.</summary>
    public int Cut(int most)
    {
        var over = Math.Max(0, ToAdd.Count - most);
        ToAdd.RemoveRange(ToAdd.Count - over, over);
        return over;
    }
}
