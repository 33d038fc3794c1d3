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
}
