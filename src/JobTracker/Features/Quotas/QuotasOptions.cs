using System.ComponentModel.DataAnnotations;

namespace JobTracker.Features.Quotas;

/// <summary>What the operator allows (section <c>Quotas</c>). An empty value means unlimited.</summary>
public sealed class QuotasOptions
{
    public const string Section = "Quotas";

    [Range(0, int.MaxValue)]
    public int? MaxUsers { get; set; } = 10;

    [Range(0, int.MaxValue)]
    public int? MaxApplicationsPerUser { get; set; } = 5;
}
