namespace JobTracker.BrowserTests.Screens;

/// <summary>The form for a new application, filled out of a posting.</summary>
internal static class CaptureScreens
{
    private const string Posting = """
        Alternance – Développeur·se Full Stack (F/H)
        Entreprise : Atelier Numérique du Ponant
        Lieu : Rennes (35) – télétravail 2 j/semaine
        Candidature avant le 03/04/2027 via https://ponant.example/alternance-fullstack
        Contact : recrutement@ponant.example
        Vos missions : concevoir des API, écrire des tests, participer aux revues de code.
        """;

    public static async Task OpenAsync(Stage stage)
    {
        await stage.Page.GotoAsync("/applications/add");
        await stage.Page.GetByText(stage.T["Paste the posting"]).ClickAsync();
        await Stage.ShownAsync(stage.Page.Locator("#Pasted"));
    }

    public static Task FillAsync(Stage stage) => FillAsync(stage, Posting);

    public static Task FillNothingAsync(Stage stage) => FillAsync(stage, "");

    private static async Task FillAsync(Stage stage, string text)
    {
        await OpenAsync(stage);
        await stage.Page.Locator("#Pasted").FillAsync(text);
        await stage.ClickAsync("Fill in the form");
        await Stage.ShownAsync(stage.Page.Locator("#filled"));
    }
}
