namespace JobTracker.BrowserTests.Screens;

/// <summary>The scripts beside these tests, which look at a page from inside.</summary>
internal static class Script
{
    public static readonly string Axe = Read("Axe.js");
    public static readonly string Layout = Read("Layout.js");
    public static readonly string Focus = Read("Focus.js");
    public static readonly string Planted = Read("Planted.js");

    private static string Read(string name)
    {
        using var reader = new StreamReader(typeof(Script).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
