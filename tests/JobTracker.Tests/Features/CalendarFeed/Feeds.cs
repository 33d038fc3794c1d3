using System.Text;
using System.Text.Json.Nodes;
using JobTracker.Testing;
using JobTracker.Testing.Logs;

namespace JobTracker.Tests.Features.CalendarFeed;

/// <summary>Calendars of people in the tests.</summary>
internal static class Feeds
{
    public const string Path = "/api/calendar";

    private static readonly string Script = Python.ScriptOf(typeof(Feeds), "read_calendar.py");

    /// <summary>A new address for somebody's calendar.</summary>
    public static async Task<string> ShareCalendarAsync(this TestUser user)
    {
        using var answer = await user.SendAsync(HttpMethod.Post, Path);
        var path = new Uri((await answer.ReadAsync(201)).Text("url")!).PathAndQuery;
        LogWords.Add(path);
        return path;
    }

    /// <summary>What a program that has nothing but the address reads there.</summary>
    public static async Task<string> FollowAsync(JobTrackerApp app, string address)
    {
        using var program = app.CreateClient();
        return await program.GetStringAsync(address);
    }

    /// <summary>The events, as somebody else's library understands them.</summary>
    public static async Task<IReadOnlyList<JsonNode>> EventsAsync(string calendar)
    {
        var read = await Python.RunAsync(Script, "icalendar", "python3-icalendar", Encoding.UTF8.GetBytes(calendar));
        return [.. JsonNode.Parse(read)!["events"]!.AsArray().Select(one => one!)];
    }

    /// <summary>The events of somebody's calendar.</summary>
    public static async Task<IReadOnlyList<JsonNode>> EventsOfAsync(this TestUser user, JobTrackerApp app) =>
        await EventsAsync(await FollowAsync(app, await user.ShareCalendarAsync()));
}
