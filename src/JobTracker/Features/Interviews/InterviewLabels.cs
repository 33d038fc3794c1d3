using System.Globalization;
using Microsoft.Extensions.Localization;

namespace JobTracker.Features.Interviews;

/// <summary>The words and icons of interviews on screen.</summary>
public static class InterviewLabels
{
    /// <summary>"Technical interview".</summary>
    public static string Of(InterviewType type, IStringLocalizer t) =>
        type switch
        {
            InterviewType.Hr => t["HR interview"],
            InterviewType.Technical => t["Technical interview"],
            InterviewType.Manager => t["Manager interview"],
            InterviewType.Final => t["Final interview"],
            _ => t["Interview"],
        };

    /// <summary>"Technical interview, 60 min".</summary>
    public static string Of(InterviewRow row, IStringLocalizer t) => $"{Of(row.Type, t)}, {t["{0} min", row.DurationMinutes]}";

    public static string Of(InterviewFormat format, IStringLocalizer t) =>
        format switch
        {
            InterviewFormat.Phone => t["Phone"],
            InterviewFormat.Video => t["Video"],
            _ => t["On site"],
        };

    /// <summary>As a part of a line.</summary>
    public static string InLine(InterviewFormat format, IStringLocalizer t)
    {
        var word = Of(format, t);
        return char.ToLower(word[0], CultureInfo.CurrentCulture) + word[1..];
    }

    public static string Of(InterviewStatus status, IStringLocalizer t) =>
        status switch
        {
            InterviewStatus.Planned => t["Planned"],
            InterviewStatus.Completed => t["Completed"],
            _ => t["Cancelled"],
        };

    public static string IconOf(InterviewFormat format) =>
        format switch
        {
            InterviewFormat.Phone => "phone",
            InterviewFormat.Video => "video",
            _ => "map-pin",
        };
}
