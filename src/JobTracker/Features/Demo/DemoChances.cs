using JobTracker.Features.Applications;

namespace JobTracker.Features.Demo;

/// <summary>How a search goes: on which days one applies, by which channels answers come, and how long they take.</summary>
internal static class DemoChances
{
    private static readonly Channel[] OfAnswers =
    [
        Channel.Referral,
        Channel.Referral,
        Channel.Referral,
        Channel.CompanyWebsite,
        Channel.CompanyWebsite,
        Channel.CompanyWebsite,
        Channel.Linkedin,
        Channel.Linkedin,
        Channel.Indeed,
        Channel.Email,
    ];

    private static readonly Channel[] OfSilence =
    [
        Channel.Linkedin,
        Channel.Linkedin,
        Channel.Linkedin,
        Channel.Indeed,
        Channel.Indeed,
        Channel.CompanyWebsite,
        Channel.CompanyWebsite,
        Channel.Referral,
        Channel.Apec,
        Channel.Email,
    ];

    /// <summary>Most come within two weeks, some long after.</summary>
    private static readonly int[] Answers = [2, 3, 4, 5, 5, 6, 7, 8, 9, 10, 11, 12, 14, 16, 19, 24, 33];

    public static Channel ChannelOf(bool isAnswered, Random random) => Pick(isAnswered ? OfAnswers : OfSilence, random);

    public static int DaysToAnswer(Random random) => Pick(Answers, random);

    /// <summary>The day itself or one shortly before: never at the weekend, often on a Tuesday, when several are sent at once.</summary>
    public static DateOnly WorkingDay(DateOnly day, Random random)
    {
        var isTuesdays = random.Next(5) < 2;
        while (isTuesdays ? day.DayOfWeek != DayOfWeek.Tuesday : day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday)
            day = day.AddDays(-1);
        return day;
    }

    private static T Pick<T>(IReadOnlyList<T> chances, Random random) => chances[random.Next(chances.Count)];
}
