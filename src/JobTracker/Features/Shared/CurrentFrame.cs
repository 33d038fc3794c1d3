namespace JobTracker.Features.Shared;

/// <summary>What the layout shows of the person who is signed in.</summary>
/// <param name="ApplicationsMax">Null when the operator sets no limit.</param>
/// <param name="Locale">Language tag: <c>en</c> or <c>fr</c>.</param>
public sealed record Frame(string? FullName, string Email, int ApplicationsUsed, int? ApplicationsMax, string Locale)
{
    public string Name => string.IsNullOrWhiteSpace(FullName) ? Email : FullName;

    public bool IsFull => ApplicationsUsed >= ApplicationsMax;

    /// <summary>One or two letters for the round account button.</summary>
    public string Initials =>
        string.Concat(
            Name.Split([' ', '-', '.', '@'], StringSplitOptions.RemoveEmptyEntries).Take(2).Select(word => char.ToUpperInvariant(word[0]))
        );
}

/// <summary>Reads the frame once for a request; null when nobody is signed in.</summary>
public sealed class CurrentFrame
{
    public Task<Frame?> ReadAsync(CancellationToken cancel) => Task.FromResult<Frame?>(null);
}
