using Microsoft.Extensions.Localization;

namespace JobTracker.Features.Statistics;

/// <summary>How often answers came, and after how many days.</summary>
internal static class AnswerTimes
{
    private const double Half = 0.5;
    private const double NineOfTen = 0.9;

    /// <summary>The last day of each bucket but the open one.</summary>
    private static readonly int[] LastDays = [3, 7, 14, 30, 60];

    public static ResponseTimes Of(Tally tally, IStringLocalizer<Texts> t)
    {
        var applied = tally.Standing.Sum(row => row.Applied);
        var answered = tally.Standing.Sum(row => row.Answered);
        var timed = tally.Delays.Sum(delay => delay.Count);
        return new ResponseTimes(
            applied,
            answered,
            Rate.Of(answered, applied).Value,
            timed,
            timed == 0 ? null : Percentile(tally.Delays, timed, Half),
            timed == 0 ? null : Percentile(tally.Delays, timed, NineOfTen),
            Buckets(tally.Delays, t)
        );
    }

    /// <summary>Between the two values that lie around the share, in proportion: as PostgreSQL's percentile_cont and spreadsheets do.</summary>
    private static double Percentile(IReadOnlyList<(int Days, int Count)> delays, int timed, double share)
    {
        var place = share * (timed - 1);
        var below = (int)Math.Floor(place);
        var lower = At(delays, below);
        var upper = At(delays, Math.Min(below + 1, timed - 1));
        // One decimal is all there is between whole days at these shares.
        return Math.Round(lower + (place - below) * (upper - lower), 1);
    }

    private static int At(IReadOnlyList<(int Days, int Count)> delays, int place)
    {
        foreach (var (days, count) in delays)
        {
            if (place < count)
                return days;
            place -= count;
        }
        throw new ArgumentOutOfRangeException(nameof(place));
    }

    private static IReadOnlyList<ResponseTimes.Bucket> Buckets(IReadOnlyList<(int Days, int Count)> delays, IStringLocalizer<Texts> t) =>
        [
            .. LastDays.Select((last, at) => BucketOf(at == 0 ? 0 : LastDays[at - 1] + 1, last, delays, t)),
            BucketOf(LastDays[^1] + 1, last: null, delays, t),
        ];

    private static ResponseTimes.Bucket BucketOf(
        int first,
        int? last,
        IReadOnlyList<(int Days, int Count)> delays,
        IStringLocalizer<Texts> t
    ) =>
        new(
            first,
            last,
            last is null ? t["More than {0} days", first - 1]
                : first == 0 ? t["Up to {0} days", last]
                : t["{0} to {1} days", first, last],
            delays.Where(delay => delay.Days >= first && !(delay.Days > last)).Sum(delay => delay.Count)
        );
}
