using System.Net.Http.Json;
using System.Text;
using JobTracker.Testing;

namespace JobTracker.BrowserTests.Screens;

/// <summary>The steps to the screens of writing and files.</summary>
internal static class WritingScreens
{
    private const string Text = """
        ## What I like

        - a slow thing that becomes **fast**
        - [measurements](https://example.org/measurements), before and after

        | what | answer |
        |---|---|
        | from | September |

        - [x] read once more
        - [ ] ask Zoë
        """;

    public static async Task ListAsync(Stage stage, string path)
    {
        await WriteAsync(stage, "Motivation, the long version", ["motivation", "cover letter"]);
        await WriteAsync(
            stage,
            "Une étude d’ingénierie avec un titre qui ne tient sur aucune ligne de téléphone",
            ["étude", "STAR", "équipe"]
        );
        if (stage.Ids.Count > 0)
            await WriteAsync(stage, "Notes on the company", ["research"], stage.Ids[^1]);
        await stage.Page.GotoAsync(path);
    }

    public static async Task AddWronglyAsync(Stage stage)
    {
        await stage.Page.GotoAsync("/writing/add");
        await stage.ClickAsync("Save");
        await stage.AlertedAsync();
    }

    public static async Task ReadAsync(Stage stage) =>
        await stage.Page.GotoAsync($"/writing/{await WriteAsync(stage, "Motivation", ["motivation", "cover letter"])}");

    public static async Task EditAsync(Stage stage)
    {
        await ReadAsync(stage);
        await stage.Page.Locator(".note-edit > summary").ClickAsync();
        await Stage.ShownAsync(stage.Page.Locator("#Input_Content"));
    }

    public static async Task EditOutdatedAsync(Stage stage)
    {
        var id = await WriteAsync(stage, "Motivation", ["motivation"]);
        await stage.Page.GotoAsync($"/writing/{id}");
        await stage.Page.Locator(".note-edit > summary").ClickAsync();
        using var changed = await stage.Person.SendAsync(HttpMethod.Patch, $"/api/writing/{id}", new { title = "Changed elsewhere" });
        await stage.ClickAsync("Save");
        await stage.AlertedAsync();
    }

    public static async Task TabAsync(Stage stage)
    {
        await WriteAsync(stage, "Notes on the company", ["research"], stage.Ids[^1]);
        await stage.Page.GotoAsync($"/applications/{stage.Ids[^1]}/writing");
    }

    public static async Task TakeOverAsync(Stage stage)
    {
        await WriteAsync(stage, "Motivation", ["motivation"]);
        await stage.Page.GotoAsync($"/writing?into={stage.Ids[^1]}");
    }

    public static async Task FilesAsync(Stage stage)
    {
        foreach (var name in (string[])["Résumé.pdf", "Lettre de motivation, version longue pour ce poste et relue deux fois.pdf"])
        {
            using var form = new MultipartFormDataContent
            {
                { new ByteArrayContent(Encoding.ASCII.GetBytes("%PDF-1.7\n" + new string('x', 400_000))), "file", name },
            };
            using var answer = await stage.Person.Client.PostAsync($"/api/applications/{stage.Ids[^1]}/files", form);
            Assert.True(answer.IsSuccessStatusCode);
        }
        await stage.Page.GotoAsync($"/applications/{stage.Ids[^1]}/files");
    }

    internal static async Task<string> WriteAsync(Stage stage, string title, string[] tags, string? application = null)
    {
        using var answer = await stage.Person.Client.PostAsJsonAsync(
            "/api/writing",
            new
            {
                title,
                tags,
                content = Text,
                application_id = application,
            }
        );
        return (await answer.ReadAsync(201))["id"]!.ToString();
    }
}
