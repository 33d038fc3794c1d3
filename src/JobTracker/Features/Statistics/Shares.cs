using JobTracker.Features.Applications;
using JobTracker.Features.Shared;
using JobTracker.Kernel;
using Microsoft.Extensions.Localization;

namespace JobTracker.Features.Statistics;

/// <summary>How a period's applications divide: every word of the list in its order, and in the end those without one if there are any.</summary>
internal static class Shares
{
    public static IReadOnlyList<Share> ByStatus(Tally tally, IStringLocalizer<Texts> t)
    {
        var counts = tally.Standing.ToLookup(row => row.Status, row => row.Count);
        var total = tally.Standing.Sum(row => row.Count);
        return [.. Wire.All<ApplicationStatus>().Select(status => Of(status, t[StatusLook.Of(status).Text], counts[status].Sum(), total))];
    }

    public static IReadOnlyList<Share> ByType(Tally tally, IStringLocalizer<Texts> t)
    {
        var counts = tally.Types.ToLookup(row => row.EmploymentType, row => row.Count);
        var total = tally.Types.Sum(row => row.Count);
        return
        [
            .. Enum.GetValues<EmploymentType>()
                .Select(type => Of(Wire.Name(type), t[Labels.Of(type)], counts[Wire.Name(type)].Sum(), total)),
            .. counts[null].Select(count => Of(key: null, t["Not filled in"], count, total)),
        ];
    }

    public static IReadOnlyList<MethodShare> ByMethod(Tally tally, IStringLocalizer<Texts> t)
    {
        var rows = tally.Channels.ToLookup(row => row.Channel);
        var total = tally.Channels.Sum(row => row.Count);
        return
        [
            .. Enum.GetValues<Channel>()
                .Select(channel => Of(Wire.Name(channel), t[Labels.Of(channel)], rows[Wire.Name(channel)].SingleOrDefault(), total)),
            .. rows[null].Select(row => Of(key: null, t["Not filled in"], row, total)),
        ];
    }

    private static Share Of(string? key, string label, int count, int total) => new(key, label, count, Rate.Of(count, total).Value);

    private static MethodShare Of(string? key, string label, CountedRow? row, int total)
    {
        var count = row?.Count ?? 0;
        var answered = row?.Answered ?? 0;
        return new MethodShare(key, label, count, Rate.Of(count, total).Value, answered, Rate.Of(answered, row?.Applied ?? 0));
    }
}
