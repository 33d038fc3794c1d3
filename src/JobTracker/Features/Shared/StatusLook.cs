using System.Collections.Frozen;

namespace JobTracker.Features.Shared;

/// <summary>Icon and English word (the localiser's key) of each application status.</summary>
public sealed record StatusLook(string Code, string Icon, string Text)
{
    public static readonly IReadOnlyList<StatusLook> All =
    [
        new("draft", "pencil", "Draft"),
        new("applied", "send", "Applied"),
        new("screening", "user-search", "Screening"),
        new("interview", "messages", "Interview"),
        new("offer", "mail-star", "Offer"),
        new("accepted", "circle-check", "Accepted"),
        new("rejected", "circle-x", "Rejected"),
        new("withdrawn", "arrow-back-up", "Withdrawn"),
        new("no_response", "hourglass", "No response"),
    ];

    // By code, and by the same letters without the low lines: an enumeration's member.
    private static readonly FrozenDictionary<string, StatusLook> ByName = All.SelectMany(look =>
            new[] { look.Code, look.Code.Replace("_", "", StringComparison.Ordinal) }
                .Distinct()
                .Select(name => KeyValuePair.Create(name, look))
        )
        .ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>By the code of the contract, or by an enumeration's member of the same name.</summary>
    public static StatusLook Of(object status) =>
        ByName.GetValueOrDefault(status.ToString()!) ?? throw new ArgumentException($"There is no status {status}.", nameof(status));
}
