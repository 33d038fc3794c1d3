using System.Globalization;
using JobTracker.Testing;
using Microsoft.Playwright;

namespace JobTracker.BrowserTests.Screens;

/// <summary>The pages of interviews, as somebody sees them who has some behind and some ahead.</summary>
internal static class InterviewScreens
{
    private const string Comment = "**To ask**\n- How are new people mentored?\n- What does on call look like?";

    public static readonly Screen Agenda = Of(_ => "/interviews");
    public static readonly Screen Choose = Screen.At("/interviews/add") with { IsFilled = true };
    public static readonly Screen Add = Of(stage => $"/interviews/add?application={stage.Ids[2]}");
    public static readonly Screen Twice = new(AskAsync, 400) { IsFilled = true };
    public static readonly Screen Rounds = Of(stage => $"/applications/{stage.Ids[^1]}/interviews");
    public static readonly Screen NoRounds = new(stage => stage.Page.GotoAsync($"/applications/{stage.Ids[3]}/interviews"))
    {
        IsFilled = true,
    };
    public static readonly Screen Prepare = new(stage => OpenAsync(stage, 2)) { IsFilled = true };
    public static readonly Screen Over = new(stage => OpenAsync(stage, 1)) { IsFilled = true };
    public static readonly Screen Ask = new(DeleteAsync) { IsFilled = true };
    public static readonly Screen Edit = new(stage => OpenAsync(stage, 2, "/edit")) { IsFilled = true };
    public static readonly Screen Outdated = new(EditOutdatedAsync, 412) { IsFilled = true };

    private static Screen Of(Func<Stage, string> path) =>
        new(async stage =>
        {
            await FillAsync(stage);
            await stage.Page.GotoAsync(path(stage));
        })
        {
            IsFilled = true,
        };

    private static async Task OpenAsync(Stage stage, int round, string rest = "") =>
        await stage.Page.GotoAsync($"/interviews/{(await FillAsync(stage))[round]}{rest}");

    private static async Task AskAsync(Stage stage)
    {
        await stage.Page.GotoAsync($"/interviews/add?application={stage.Ids[2]}");
        await stage.FillAsync("Day", "2026-10-25");
        await stage.Page.GetByLabel(stage.T["Time"], new() { Exact = true }).FillAsync("02:30");
        await stage.Page.GetByLabel(stage.T["Time zone"]).SelectOptionAsync("Europe/Paris");
        await stage.ClickAsync("Save interview");
        await stage.AlertedAsync();
    }

    private static async Task DeleteAsync(Stage stage)
    {
        await OpenAsync(stage, 2);
        await stage
            .Page.GetByRole(AriaRole.Main)
            .GetByRole(AriaRole.Button, new() { Name = stage.T["Delete"], Exact = true })
            .First.ClickAsync();
        await Stage.ShownAsync(stage.Page.GetByRole(AriaRole.Dialog));
    }

    private static async Task EditOutdatedAsync(Stage stage)
    {
        var round = (await FillAsync(stage))[2];
        await stage.Page.GotoAsync($"/interviews/{round}/edit");
        await stage.Person.SendAsync(HttpMethod.Patch, $"/api/interviews/{round}", new { location = "Leeds" });
        await stage.FillAsync("Place", "London");
        await stage.ClickAsync("Save");
        await stage.AlertedAsync();
    }

    /// <summary>A completed one, one that is over, one ahead in another zone, two more: on several applications. Gives their ids.</summary>
    private static async Task<List<string>> FillAsync(Stage stage)
    {
        var rounds = new List<string>();
        foreach (
            var (application, days, type, format, location, status) in new[]
            {
                (^1, -9.2, "hr", "phone", "+44 20 7946 0123", "completed"),
                (^1, -1.2, "manager", "in_person", "12 Bridge Street, second floor", "planned"),
                (
                    ^1,
                    2.2,
                    "technical",
                    "video",
                    "https://meet.example/rooms/412-883?code=a-long-code-that-nobody-can-read-aloud",
                    "planned"
                ),
                (^2, 5.1, "final", "in_person", "Bâtiment 4, 12 rue du Pont, Saint-Rémy-lès-Chevreuse", "planned"),
                (^4, 10.3, "other", "phone", null, "planned"),
                (^4, -20.3, "hr", "video", null, "cancelled"),
            }
        )
            rounds.Add(await AddAsync(stage, stage.Ids[application], days, type, format, location, status));
        return rounds;
    }

    private static async Task<string> AddAsync(
        Stage stage,
        string application,
        double days,
        string type,
        string format,
        string? location,
        string status
    )
    {
        var start = DateTimeOffset.FromUnixTimeSeconds(stage.Now.AddDays(days).ToUnixTimeSeconds() / 900 * 900);
        using var answer = await stage.Person.SendAsync(
            HttpMethod.Post,
            "/api/interviews",
            new
            {
                application_id = application,
                starts_at = start.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture),
                time_zone = days > 5 ? "Europe/Paris" : "America/New_York",
                type,
                format,
                location,
                status,
                interviewer = "Hannah Whitlock, Owen Price",
                comment = days > 0 ? Comment : null,
                debrief = days < -5 ? "Friendly call. Next: a *technical* round." : null,
            }
        );
        return (await answer.ReadAsync(201)).Text("id")!;
    }
}
