using System.Net.Http.Json;
using System.Text.Json.Nodes;
using JobTracker.Testing;
using Microsoft.Playwright;

namespace JobTracker.BrowserTests.Screens;

/// <summary>The search session in its states.</summary>
internal static class SessionScreens
{
    private static readonly (string Company, string? City, string Mission, string? Link)[] Lines =
    [
        ("Penrose Digital", "Leeds", "Junior software engineer", "https://penrose.example/jobs/junior-se"),
        ("Kestrel Maps", "Lyon", "Graduate software engineer", null),
        (
            "Société coopérative d’aménagement et d’équipement du territoire du Grand Ouest atlantique",
            "Saint-Sébastien-sur-Loire",
            "Stage de fin d’études en développement embarqué et traitement du signal pour systèmes sous-marins",
            "https://carrieres.cooperative-amenagement-grand-ouest.example/offres/2026/stage-embarque-systemes-sous-marins?source=site"
        ),
        ("Hexa Mobilité", "Grenoble", "Stage back-end, temps réel", "https://hexa-mobilite.example/offres/1042"),
        ("Larkfield Trains", null, "Embedded software graduate", null),
        ("Banque Solène", "Paris", "Alternance ingénierie des données", "www.solene.example/alternance/3391"),
        ("Northgate Water", "Newcastle", "Graduate developer", "https://northgatewater.example/grads"),
        ("Cobalt Foundry", "Sheffield", "Graduate data engineer", "https://cobaltfoundry.example/careers/218"),
    ];

    public static async Task OpenAsync(Stage stage)
    {
        await FillAsync(stage);
        await stage.Page.GotoAsync("/session");
    }

    public static async Task AllAsync(Stage stage)
    {
        await OpenAsync(stage);
        await stage.Page.GetByRole(AriaRole.Link, new() { Name = stage.T["Show all"] }).ClickAsync();
        await Stage.ShownAsync(stage.Page.GetByText("Penrose Digital"));
    }

    public static async Task MenuAsync(Stage stage)
    {
        await OpenAsync(stage);
        await OpenMenuAsync(stage);
    }

    public static async Task EditAsync(Stage stage)
    {
        await MenuAsync(stage);
        await stage.Page.GetByRole(AriaRole.Link, new() { Name = stage.T["Edit"], Exact = true }).ClickAsync();
        await Stage.ShownAsync(stage.Button("Save"));
    }

    public static async Task AskAsync(Stage stage)
    {
        await MenuAsync(stage);
        await stage.Page.GetByRole(AriaRole.Link, new() { Name = stage.T["Delete"], Exact = true }).ClickAsync();
        await Stage.ShownAsync(stage.Button("Delete"));
    }

    public static async Task MistakesAsync(Stage stage)
    {
        await OpenAsync(stage);
        await stage.Page.Locator("#Input_Company").FillAsync("Cobalt Foundry");
        await stage.Page.Locator("#Input_Link").FillAsync("javascript:alert(1)");
        await stage.Page.Keyboard.PressAsync("Enter");
        await stage.AlertedAsync();
    }

    public static async Task EarlierAsync(Stage stage)
    {
        foreach (var count in (int[])[3, 1])
        {
            var session = await FillAsync(stage, count);
            await FinishAsync(stage, session);
        }
        await stage.Page.GotoAsync("/session");
    }

    public static async Task AskEarlierAsync(Stage stage)
    {
        await EarlierAsync(stage);
        await stage.Page.Locator("[aria-labelledby=earlier] [popovertarget]").First.ClickAsync();
        await Stage.ShownAsync(stage.Page.GetByRole(AriaRole.Dialog));
    }

    public static async Task FinishAsync(Stage stage)
    {
        var session = await FillAsync(stage);
        await FinishAsync(stage, session, (await EntriesAsync(stage, session))[^1]);
        await stage.Page.GotoAsync($"/session/{session}/finish");
        await stage.Page.GetByRole(AriaRole.Checkbox).Nth(2).CheckAsync();
    }

    public static async Task LeftAsync(Stage stage)
    {
        var session = await FillAsync(stage);
        await stage.Page.GotoAsync($"/session/{session}/finish");
        await stage.Page.GetByLabel(stage.T["Select all"]).CheckAsync();
        await stage.ClickAsync("Finish session");
        await stage.AlertedAsync();
    }

    public static async Task FinishedAsync(Stage stage)
    {
        var session = await FillAsync(stage);
        await FinishAsync(stage, session, (await EntriesAsync(stage, session))[^1]);
        await stage.Page.GotoAsync($"/session/{session}");
    }

    public static async Task EntryAsync(Stage stage)
    {
        var session = await FillAsync(stage);
        await stage.Page.GotoAsync($"/session/{session}/entries/{(await EntriesAsync(stage, session))[0]}");
    }

    private static Task OpenMenuAsync(Stage stage) => stage.Page.GetByLabel(stage.T["More about {0}", "Hexa Mobilité"]).ClickAsync();

    private static async Task<string> FillAsync(Stage stage, int? count = null)
    {
        var session = "";
        foreach (var (company, city, mission, link) in Lines.Take(count ?? Lines.Length))
        {
            var line = new
            {
                company,
                city,
                mission,
                link,
            };
            using var answer = await stage.Person.Client.PostAsJsonAsync("/submit", line);
            session = (await answer.ReadAsync(201)).Text("session_id")!;
        }
        // As if it had begun the day before yesterday.
        await stage.App.ExecuteAsync(
            $"update search_sessions set started_at = started_at - interval '51 hours 14 minutes 52 seconds' where user_id = {stage.Person.Id}"
        );
        return session;
    }

    private static async Task<string?[]> EntriesAsync(Stage stage, string session) =>
        [
            .. (await stage.Person.GetAsync($"/api/search-sessions/{session}"))["entries"]!
                .AsArray()
                .Select((JsonNode? entry) => entry!.Text("id")),
        ];

    private static async Task FinishAsync(Stage stage, string session, params string?[] chosen)
    {
        var body = new { add_to_tracker = chosen };
        using var answer = await stage.Person.Client.PostAsJsonAsync($"/api/search-sessions/{session}/finish", body);
        await answer.ReadAsync(200);
    }
}
