namespace JobTracker.Features.Transfer.Import.Matching;

/// <summary>What an account holds already of one kind, as far as it can be what a file brings.</summary>
public sealed class Existing
{
    private readonly Dictionary<UInt128, int> contents = [];

    /// <summary>Rows that are in use.</summary>
    public HashSet<Guid> Live { get; } = [];

    /// <summary>Ids that are taken by something that is no such row: deleted, or of another kind.</summary>
    public HashSet<Guid> Taken { get; } = [];

    /// <summary>Which rows have this content, where that is needed to refer to them.</summary>
    public Dictionary<UInt128, Guid> ByContent { get; } = [];

    /// <summary>A row in use that the file does not name by its id.</summary>
    public void AddContent(UInt128 key, Guid id)
    {
        contents[key] = contents.GetValueOrDefault(key) + 1;
        ByContent.TryAdd(key, id);
    }

    /// <summary>True when a row with this content is there that has not been matched yet.</summary>
    public bool Match(UInt128 key)
    {
        if (contents.GetValueOrDefault(key) is not (> 0 and var left))
            return false;
        contents[key] = left - 1;
        return true;
    }

    public bool Has(UInt128 key) => contents.ContainsKey(key);
}
