using System.Text.Json;

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

    /// <summary>By the code of the contract, or by an enumeration's member of the same name.</summary>
    public static StatusLook Of(object status)
    {
        var code = status as string ?? JsonNamingPolicy.SnakeCaseLower.ConvertName(status.ToString()!);
        return All.FirstOrDefault(look => string.Equals(look.Code, code, StringComparison.Ordinal))
            ?? throw new ArgumentException($"There is no status {code}.", nameof(status));
    }
}
