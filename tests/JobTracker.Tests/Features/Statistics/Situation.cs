using FsCheck;
using FsCheck.Fluent;
using JobTracker.Features.Applications;
using JobTracker.Features.Interviews;
using JobTracker.Features.Statistics;
using Interval = JobTracker.Features.Statistics.Interval;

namespace JobTracker.Tests.Features.Statistics;

/// <summary>Somebody somewhere at some time, with any history, asking for any period.</summary>
internal sealed record Situation(string Zone, DateTimeOffset Now, IReadOnlyList<Story> Stories, ReadOverview.Input Input)
{
    // Far east and far west, half hours, and zones that change their clocks on either half of the globe.
    private static readonly string[] Zones =
    [
        "Etc/UTC",
        "Europe/Paris",
        "America/New_York",
        "Pacific/Auckland",
        "Pacific/Kiritimati",
        "Pacific/Pago_Pago",
        "Asia/Kolkata",
        "Australia/Lord_Howe",
    ];

    // Clocks change on the first six of them, somewhere.
    private static readonly DateOnly[] Days =
    [
        new(2026, 3, 8),
        new(2026, 3, 29),
        new(2026, 4, 5),
        new(2026, 9, 27),
        new(2026, 10, 25),
        new(2026, 11, 1),
        new(2026, 12, 31),
        new(2028, 2, 29),
    ];

    public DateOnly Today => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(Now, TimeZoneInfo.FindSystemTimeZoneById(Zone)).DateTime);

    public static Arbitrary<Situation> Any { get; } =
        (
            from zone in Gen.Elements(Zones)
            from day in Gen.Elements(Days)
            from minute in Gen.Choose(-1, 24 * 12).Select(step => step * 5 - 1)
            from stories in Gen.ListOf(StoryOn(day)).Resize(12)
            from input in InputOn(day)
            select new Situation(
                zone,
                new DateTimeOffset(day, TimeOnly.MinValue, TimeSpan.Zero).AddMinutes(minute),
                [.. stories.Where(story => story.History.Count > 0)],
                input
            )
        ).ToArbitrary();

    public override string ToString() =>
        $"""
            {Zone}, {Now:O}, {Input}
            {string.Join(
                '\n',
                Stories.Select(story => $"{story} way: {string.Join(' ', story.Way)}, interviews: {string.Join(' ', story.Interviews)}")
            )}
            """;

    /// <summary>Moves back and forth, back-dated, on one day and in one second; the dates of the application may have nothing to do with them.</summary>
    private static Gen<Story> StoryOn(DateOnly today) =>
        from applied in DayAround(today).OrNull()
        from delay in Gen.Choose(0, 90).OrNull()
        from undated in DayAround(today).OrNull()
        from type in Gen.Elements(Enum.GetValues<EmploymentType>()).OrNull()
        from channel in Gen.Elements(Enum.GetValues<Channel>()).OrNull()
        from favorite in Gen.Elements(true, false)
        from deleted in Gen.Choose(0, 6)
        from entries in Gen.Choose(1, 7).SelectMany(length => EntryAround(today).ListOf(length))
        from interviews in Gen.Elements(Enum.GetValues<InterviewStatus>()).ListOf().Resize(2)
        select new Story
        {
            AppliedOn = applied,
            RespondedOn =
                applied is { } day && delay is { } days ? day.AddDays(days)
                : applied is null ? undated
                : null,
            EmploymentType = type,
            Channel = channel,
            IsFavorite = favorite,
            IsDeleted = deleted == 0,
            History = [.. entries],
            Interviews = [.. interviews],
        };

    private static Gen<Story.Entry> EntryAround(DateOnly today) =>
        from status in Gen.Elements(Enum.GetValues<ApplicationStatus>())
        from day in Gen.Choose(-4, 1)
        from second in Gen.Choose(0, 3)
        from id in ArbMap.Default.GeneratorFor<Guid>()
        select new Story.Entry(status, today.AddDays(day), second, id);

    private static Gen<DateOnly> DayAround(DateOnly today) =>
        Gen.OneOf(Gen.Choose(-32, 3), Gen.Choose(-400, 40)).Select(days => today.AddDays(days));

    private static Gen<ReadOverview.Input> InputOn(DateOnly today) =>
        from one in DayAround(today).OrNull()
        from other in DayAround(today).OrNull()
        from interval in Gen.Elements(Enum.GetValues<Interval>()).OrNull()
        select new ReadOverview.Input
        {
            From = one > other ? other : one,
            To = one > other ? one : other,
            Interval = interval,
        };
}

internal static class Perhaps
{
    /// <summary>Nothing in one case of three.</summary>
    public static Gen<T?> OrNull<T>(this Gen<T> some)
        where T : struct => Gen.OneOf(some.Select(value => (T?)value), some.Select(value => (T?)value), Gen.Constant<T?>(null));
}
