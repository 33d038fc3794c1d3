using System.Text.Json.Nodes;
using JobTracker.Testing;
using Microsoft.Playwright;

namespace JobTracker.BrowserTests.Screens;

/// <summary>What there is to hand in after a month: late, due, ahead, without a day, done; short and long.</summary>
internal static class DeliverableScreens
{
    private const string Text = "Dear Ms Whitlock,\n\nyour maps have brought me home **twice**:\n\n- once in fog\n- once at night";

    public static Task ShowAsync(Stage stage) => ShowAsync(stage, "/deliverables");

    public static async Task ShowDoneAsync(Stage stage)
    {
        await ShowAsync(stage);
        await stage.OpenMenuAsync("Done");
    }

    public static async Task TickAsync(Stage stage)
    {
        await ShowAsync(stage);
        await stage.Page.GetByRole(AriaRole.Checkbox).First.ClickAsync();
        await Stage.ShownAsync(stage.Button("Undo"));
    }

    public static async Task OpenFilterAsync(Stage stage)
    {
        await ShowAsync(stage);
        await stage.OpenMenuAsync("Application");
    }

    public static Task ShowFilteredAsync(Stage stage) => ShowAsync(stage, "/deliverables?kind=cover_letter");

    public static Task ShowTabAsync(Stage stage) => ShowAsync(stage, $"/applications/{stage.Ids[^1]}/deliverables");

    public static async Task AddWronglyAsync(Stage stage)
    {
        await stage.Page.GotoAsync("/deliverables/add");
        await stage.ClickAsync("Save");
        await stage.AlertedAsync();
    }

    public static async Task ReadAsync(Stage stage)
    {
        var rows = await FillAsync(stage);
        await stage.Page.GotoAsync($"/deliverables/{rows[0]["id"]}");
    }

    public static async Task WriteAsync(Stage stage)
    {
        var rows = await FillAsync(stage);
        await stage.Page.GotoAsync($"/deliverables/{rows[1]["id"]}");
    }

    public static async Task AskToDeleteAsync(Stage stage)
    {
        await ReadAsync(stage);
        await stage.ClickAsync("Delete");
        await Stage.ShownAsync(stage.Page.GetByRole(AriaRole.Dialog));
    }

    public static async Task EditOutdatedAsync(Stage stage)
    {
        var rows = await FillAsync(stage);
        var path = $"/deliverables/{rows[0]["id"]}";
        await stage.Page.GotoAsync(path);
        await stage.OpenMenuAsync("Edit");
        await stage.Person.SendAsync(HttpMethod.Patch, $"/api{path}", new { content = "Stored **elsewhere**." });
        await stage.ClickAsync("Save");
        await stage.AlertedAsync();
    }

    public static async Task InsertNothingAsync(Stage stage)
    {
        var rows = await FillAsync(stage);
        await stage.Page.GotoAsync($"/deliverables/{rows[0]["id"]}/insert");
    }

    public static async Task InsertAsync(Stage stage)
    {
        var rows = await FillAsync(stage);
        await WritingScreens.WriteAsync(stage, "Motivation, in two hundred words", ["motivation"]);
        await stage.Page.GotoAsync($"/deliverables/{rows[0]["id"]}/insert");
    }

    public static async Task InsertIntoAsync(Stage stage)
    {
        await FillAsync(stage);
        var note = await WritingScreens.WriteAsync(stage, "Motivation, in two hundred words", ["motivation"]);
        await stage.Page.GotoAsync($"/deliverables/insert?note={note}");
    }

    private static async Task ShowAsync(Stage stage, string path)
    {
        await FillAsync(stage);
        await stage.Page.GotoAsync(path);
    }

    private static async Task<IReadOnlyList<JsonNode>> FillAsync(Stage stage)
    {
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
        string Day(int ahead) => today.AddDays(ahead).ToString("O", null);
        (int Application, string Title, string Kind, string State, string? Due, string? Text)[] things =
        [
            (1, "Motivation letter", "cover_letter", "in_progress", Day(-2), Text),
            (1, "CV in English, one page", "resume", "not_started", Day(0), null),
            (
                2,
                "Convention de stage signée par l’établissement, l’entreprise et l’étudiante, en trois exemplaires",
                "form",
                "not_started",
                Day(4),
                null
            ),
            (5, "Online test, 90 minutes", "other", "not_started", Day(30), null),
            (5, "Reference letter", "other", "not_started", null, null),
            (1, "Application form", "form", "done", Day(-20), null),
        ];
        var rows = new List<JsonNode>();
        foreach (var thing in things)
        {
            using var answer = await stage.Person.SendAsync(
                HttpMethod.Post,
                "/api/deliverables",
                new
                {
                    application_id = stage.Ids[^thing.Application],
                    title = thing.Title,
                    kind = thing.Kind,
                    state = thing.State,
                    due_on = thing.Due,
                    content = thing.Text,
                }
            );
            rows.Add(await answer.ReadAsync(201));
        }
        return rows;
    }
}
