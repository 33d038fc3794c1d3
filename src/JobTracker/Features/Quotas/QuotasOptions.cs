using System.ComponentModel.DataAnnotations;

namespace JobTracker.Features.Quotas;

/// <summary>What the operator allows (section <c>Quotas</c>). An empty value means unlimited, where one may be empty.</summary>
public sealed class QuotasOptions
{
    public const string Section = "Quotas";

    [Range(0, int.MaxValue)]
    public int? MaxUsers { get; set; } = 10;

    [Range(0, int.MaxValue)]
    public int? MaxApplicationsPerUser { get; set; } = 5;

    /// <summary>All files of one person together, in bytes.</summary>
    [Range(0, int.MaxValue)]
    public int? FileBytesPerUser { get; set; } = 25 * 1024 * 1024;

    /// <summary>One file, in bytes: an upload is held in memory while it is looked at.</summary>
    [Range(1, 100 * 1024 * 1024)]
    public int FileBytes { get; set; } = 5 * 1024 * 1024;

    /// <summary>Messages to the coach per person and UTC day, on the operator's key.</summary>
    [Range(0, int.MaxValue)]
    public int? CoachMessagesPerDay { get; set; } = 50;

    /// <summary>Tokens of these messages and their answers per person and UTC day.</summary>
    [Range(0, int.MaxValue)]
    public int? CoachTokensPerDay { get; set; } = 200_000;

    /// <summary>Messages to the coach per person and UTC day, on a key of the person's own.</summary>
    [Range(0, int.MaxValue)]
    public int? CoachMessagesPerDayOwnKey { get; set; } = 300;

    /// <summary>Tokens on the operator's key per UTC day, of all people together.</summary>
    [Range(0, int.MaxValue)]
    public int? CoachTokensPerDayTotal { get; set; }
}
