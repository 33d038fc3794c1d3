using JobTracker.Features.Accounts;
using JobTracker.Features.Interviews;
using JobTracker.Features.Shared;
using JobTracker.Features.Statistics;
using JobTracker.Kernel;
using JobTracker.Web;
using Microsoft.Extensions.Localization;

namespace JobTracker.Features.Today;

/// <summary>The home page of somebody who is signed in, as the two addresses show it: <c>/</c>, and <c>/today</c> after a mistake in its form.</summary>
/// <param name="Line">What stands in the line for a new application.</param>
/// <param name="IsNew">There is no application yet.</param>
public sealed record TodayView(
    ReadToday.Answer Answer,
    IReadOnlyList<AgendaEntry> Interviews,
    ReadNumbers.Answer Numbers,
    string Greeting,
    string Summary,
    string? Line,
    bool IsNew,
    int FollowUpDays
);

/// <summary>Puts the view together.</summary>
public sealed class ComposeToday(
    ReadToday read,
    UpcomingInterviews upcoming,
    ReadNumbers numbers,
    CurrentFrame currentFrame,
    CurrentUser user,
    TimeProvider clock,
    IStringLocalizer<Texts> t
)
{
    private const int NextInterviews = 3;
    private const int Noon = 12;
    private const int Evening = 18;

    public async Task<TodayView> RunAsync(string? line, CancellationToken cancel)
    {
        var answer = await read.RunAsync(user.Id, user.Zone.Id, cancel);
        var frame = await currentFrame.ReadAsync(cancel);
        return new TodayView(
            answer,
            await upcoming.FirstAsync(user.Id, NextInterviews, cancel),
            await numbers.RunAsync(user.Id, answer.Today, cancel),
            Greeting(frame?.FullName),
            Summary(answer),
            line,
            frame?.ApplicationsUsed is 0,
            frame?.FollowUpDays ?? 0
        );
    }

    private string Greeting(string? fullName)
    {
        var name = UserAccount.FirstNameOf(fullName);
        return TimeZoneInfo.ConvertTime(clock.Now(), user.Zone).Hour switch
        {
            >= Evening => name is null ? t["Good evening"] : t["Good evening, {0}", name],
            >= Noon => name is null ? t["Good afternoon"] : t["Good afternoon, {0}", name],
            _ => name is null ? t["Good morning"] : t["Good morning, {0}", name],
        };
    }

    private string Summary(ReadToday.Answer answer)
    {
        string late = answer.Late.Count() switch
        {
            0 => "",
            1 => t["One thing is late."],
            var count => t["{0} things are late.", count],
        };
        string near = answer.Near.Count() switch
        {
            0 => late.Length > 0 ? "" : t["Nothing is due in the next seven days."],
            1 => t["One thing is due in the next seven days."],
            var count => t["{0} things are due in the next seven days.", count],
        };
        return $"{Days.Capital(Days.InFull(answer.Today))}. {late} {near}".TrimEnd();
    }
}
