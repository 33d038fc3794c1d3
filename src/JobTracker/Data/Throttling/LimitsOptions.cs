using System.ComponentModel.DataAnnotations;

namespace JobTracker.Data.Throttling;

/// <summary>How often something may be tried (section <c>Limits</c>); 0 switches a limit off.</summary>
public sealed class LimitsOptions
{
    public const string Section = "Limits";

    [Range(0, int.MaxValue)]
    public int LoginPerMinutePerIp { get; set; } = 10;

    [Range(0, int.MaxValue)]
    public int LoginPerMinutePerAccount { get; set; } = 5;

    /// <summary>By address that a link is to be mailed to.</summary>
    [Range(0, int.MaxValue)]
    public int ResetPerDay { get; set; } = 5;

    /// <summary>By address.</summary>
    [Range(0, int.MaxValue)]
    public int RegisterPerHour { get; set; } = 10;

    /// <summary>By user, on each process.</summary>
    [Range(0, int.MaxValue)]
    public int ApiPerMinute { get; set; } = 600;

    /// <summary>Messages to the coach, by user.</summary>
    [Range(0, int.MaxValue)]
    public int CoachPerMinute { get; set; } = 10;
}
