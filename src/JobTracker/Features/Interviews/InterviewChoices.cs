using JobTracker.Features.Accounts;
using JobTracker.Kernel;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace JobTracker.Features.Interviews;

/// <summary>What the form's selects offer.</summary>
public static class InterviewChoices
{
    // Where most of the site's people have their interviews, from west to east.
    private static readonly string[] Common =
    [
        "America/Los_Angeles",
        "America/New_York",
        "America/Toronto",
        "Europe/London",
        "Europe/Dublin",
        "Europe/Paris",
        "Europe/Brussels",
        "Europe/Zurich",
        "Europe/Berlin",
        "Africa/Casablanca",
        "Asia/Kolkata",
        "Asia/Singapore",
        "Etc/UTC",
    ];

    public static IEnumerable<SelectListItem> Types(IStringLocalizer t) =>
        Enum.GetValues<InterviewType>()
            .Select(type => new SelectListItem(type == InterviewType.Other ? t["Other"] : InterviewLabels.Of(type, t), type.ToString()));

    public static IEnumerable<SelectListItem> Formats(IStringLocalizer t) =>
        Enum.GetValues<InterviewFormat>().Select(format => new SelectListItem(InterviewLabels.Of(format, t), format.ToString()));

    public static IEnumerable<SelectListItem> Statuses(IStringLocalizer t) =>
        Enum.GetValues<InterviewStatus>().Select(status => new SelectListItem(InterviewLabels.Of(status, t), status.ToString()));

    /// <summary>The person's own zone first, then common ones, then all. The city leads, so that typing finds it.</summary>
    public static IEnumerable<SelectListItem> Zones(string home, string? inUse, IStringLocalizer t)
    {
        var own = new SelectListGroup { Name = t["Your time zone"] };
        var common = new SelectListGroup { Name = t["Often used"] };
        var all = new SelectListGroup { Name = t["All time zones"] };
        string[] rest = [.. Accounts.Zones.All(inUse).Except(Common).Except([home]).OrderBy(ZonedTime.City, StringComparer.Ordinal)];
        return
        [
            new SelectListItem
            {
                Text = NameOf(home),
                Value = home,
                Group = own,
            },
            .. Common
                .Where(zone => zone != home)
                .Select(zone => new SelectListItem
                {
                    Text = NameOf(zone),
                    Value = zone,
                    Group = common,
                }),
            .. rest.Select(zone => new SelectListItem
            {
                Text = NameOf(zone),
                Value = zone,
                Group = all,
            }),
        ];
    }

    private static string NameOf(string zone) => $"{ZonedTime.City(zone)} ({zone.Replace('_', ' ')})";
}
