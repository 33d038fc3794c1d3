using Microsoft.Playwright;

namespace JobTracker.BrowserTests;

/// <summary>With what somebody visits the site.</summary>
public sealed record Visit
{
    public string Language { get; init; } = "en";
    public bool JavaScript { get; init; } = true;
    public ColorScheme Colors { get; init; } = ColorScheme.Light;

    /// <summary>Whether the site's worker may answer for the network; most visits are faster without it, and it changes nothing that they look at.</summary>
    public bool Worker { get; init; }
    public (int Width, int Height) Size { get; init; } = (1440, 900);

    internal BrowserNewContextOptions OptionsFor(Uri site) =>
        new()
        {
            BaseURL = site.ToString(),
            Locale = Language == "fr" ? "fr-FR" : "en-GB",
            TimezoneId = "Europe/Paris",
            JavaScriptEnabled = JavaScript,
            ServiceWorkers = Worker ? ServiceWorkerPolicy.Allow : ServiceWorkerPolicy.Block,
            ColorScheme = Colors,
            // What moves would be looked at halfway.
            ReducedMotion = ReducedMotion.Reduce,
            ViewportSize = new ViewportSize { Width = Size.Width, Height = Size.Height },
        };
}
