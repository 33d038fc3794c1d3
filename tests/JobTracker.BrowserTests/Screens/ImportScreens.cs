using System.Text;
using Microsoft.Playwright;

namespace JobTracker.BrowserTests.Screens;

/// <summary>The steps to the screens of the import.</summary>
internal static class ImportScreens
{
    private const string Session =
        "company,city,mission,link,date\nThales,Brest,Stage logiciel,,2026-02-11\nOVHcloud,Roubaix,Stage SRE,https://example.org/77,2026-02-12\n";

    private const string Unknown = "Firma;Wo;Stelle;Wann\nGrünwerk;Köln;Praktikum;28.04.2026\n";

    private const string Other =
        "Société;Intitulé du poste;Statut;Date de candidature;Ville\nBreizh Data;Développeuse;Entretien;12/03/2026;Rennes\n;Sans nom;Refus;31/02/2026;Vannes\n";

    public static Task PreviewAsync(Stage stage) => UploadAsync(stage, "session.csv", Session);

    public static Task MappingAsync(Stage stage) => UploadAsync(stage, "tabelle.csv", Unknown);

    public static async Task ErrorsAsync(Stage stage)
    {
        await UploadAsync(stage, "suivi.csv", Other);
        await stage.ClickAsync("Import");
        await stage.AlertedAsync();
    }

    public static Task RefusedAsync(Stage stage) => UploadAsync(stage, "things.json", """{"things": []}""");

    public static async Task RunningAsync(Stage stage)
    {
        await PreviewAsync(stage);
        await SetAsync(stage, TimeSpan.FromHours(1));
    }

    public static async Task BrokenAsync(Stage stage)
    {
        await PreviewAsync(stage);
        await SetAsync(stage, TimeSpan.FromMinutes(-1));
    }

    public static async Task ResultAsync(Stage stage)
    {
        await UploadAsync(stage, "suivi.csv", Other);
        await stage.Page.GetByLabel(stage.T["Leave out the rows with errors"]).CheckAsync();
        await stage.ClickAsync("Import");
        await Stage.ShownAsync(stage.Page.GetByRole(AriaRole.Heading, new() { Name = stage.T["The file is imported"] }));
    }

    private static async Task UploadAsync(Stage stage, string name, string text)
    {
        await stage.Page.GotoAsync("/settings/import");
        await stage
            .Page.GetByLabel(stage.T["File"], new() { Exact = true })
            .SetInputFilesAsync(
                new FilePayload
                {
                    Name = name,
                    MimeType = "application/octet-stream",
                    Buffer = Encoding.UTF8.GetBytes(text),
                }
            );
        await stage.ClickAsync("Upload and look");
        await stage.Page.WaitForURLAsync("**/settings/import/*");
    }

    /// <summary>As if a process were in the middle of it, or had been.</summary>
    private static async Task SetAsync(Stage stage, TimeSpan lease)
    {
        var until = stage.Now + lease;
        await stage.App.ExecuteAsync(
            $"update imports set state = 'running', rows_done = 1, rows_to_add = 2, lease_until = {until} where user_id = {stage.Person.Id}"
        );
        await stage.Page.ReloadAsync();
    }
}
