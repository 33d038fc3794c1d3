using Microsoft.Playwright;

namespace JobTracker.BrowserTests;

/// <summary>With what somebody visits the site.</summary>
public sealed record Visit
{
    public string Language { get; init; } = "en";
    public bool JavaScript { get; init; } = true;
    public ColorScheme Colors { get; init; } = ColorScheme.Light;
    public (int Width, int Height) Size { get; init; } = (1440, 900);

    internal BrowserNewContextOptions OptionsFor(Uri site) =>
        new()
        {
            BaseURL = site.ToString(),
            Locale = Language == "fr" ? "fr-FR" : "en-GB",
            TimezoneId = "Europe/Paris",
            JavaScriptEnabled = JavaScript,
            ColorScheme = Colors,
            // What moves would be looked at halfway.
            ReducedMotion = ReducedMotion.Reduce,
            ViewportSize = new ViewportSize { Width = Size.Width, Height = Size.Height },
        };
}
