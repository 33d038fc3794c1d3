namespace JobTracker.Web;

/// <summary>Requests that carry a file, one way or the other.</summary>
public static class Transfers
{
    /// <summary>The request timeout that leaves them time.</summary>
    public const string Policy = "transfer";
}

/// <summary>Marks endpoints and pages that take a file: their bodies may be as large as one.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class TakesFileAttribute : Attribute
{
    /// <summary>The largest file in bytes; 0 for a document's usual size, which is a setting.</summary>
    public long Most { get; init; }
}
