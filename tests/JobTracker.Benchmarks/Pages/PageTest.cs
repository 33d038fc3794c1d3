using System.Globalization;
using JobTracker.Benchmarks.Houses;
using JobTracker.Browsers;
using Microsoft.Playwright;

namespace JobTracker.Benchmarks.Pages;

/// <summary>How long pages take until they are seen, in Chromium, by somebody who comes for the first time to a site that is awake.</summary>
internal static class PageTest
{
    private const int Applications = 1000;
    private const int Rounds = 5;
    private const double MostPaint = 500;
    private const double MostScript = 40 * 1024;
    private const double MostStyle = 30 * 1024;

    private static readonly (string Name, string Path)[] Pages = [("Today", "/"), ("table", "/applications"), ("board", "/board")];

    public static async Task RunAsync(string program, bool quick)
    {
        Report.Section(
            "Pages in the browser",
            $"Somebody with {(quick ? 100 : Applications)} applications, signed in, with an empty cache; medians of {(quick ? 1 : Rounds)} visits. "
                + "Sizes are those that went over the line, compressed."
        );
        using var playwright = await Playwright.CreateAsync();
        try
        {
            await using var browser = await Chromium.StartAsync(playwright.Chromium);
            await MeasureAsync(program, browser, quick);
        }
        catch (BrowserMissingException missing)
        {
            await Console.Error.WriteLineAsync(missing.Message);
            Report.Paragraph($"Not measured: {missing.Message}");
        }
    }

    private static async Task MeasureAsync(string program, IBrowser browser, bool quick)
    {
        // Only in Development does the app know files that were not published: the short form takes the app as it was built.
        (string, string)[] environment =
            program == AppContext.BaseDirectory
                ? [("ASPNETCORE_ENVIRONMENT", "Development"), ("Demo__Seed", "false"), ("Database__MigrateOnStart", "false")]
                : [];
        await using var house = await House.BuildAsync(program, Census.Of(1, quick ? 100 : Applications), environment);
        var seen = Pages.ToDictionary(page => page.Name, _ => new List<Sight>(), StringComparer.Ordinal);
        for (var round = quick ? 0 : -1; round < (quick ? 1 : Rounds); round++)
        {
            Report.Progress(round < 0 ? "Pages: waking the site." : $"Pages: round {round + 1}.");
            foreach (var (name, path) in Pages)
            {
                var sight = await Sight.OfAsync(browser, house.Site, house.Visitors[0], path);
                if (round >= 0)
                    seen[name].Add(sight);
            }
        }
        Report.Head(
            "page",
            "largest contentful paint, ms (budget ≤ 500)",
            "layout shift (budget 0)",
            "JavaScript, KB (budget ≤ 40)",
            "CSS, KB (budget ≤ 30)",
            "whole page, KB",
            ""
        );
        foreach (var (name, _) in Pages)
            Print(name, seen[name]);
        foreach (var (name, _) in Pages)
            if (seen[name].SelectMany(visit => visit.Moved).Distinct(StringComparer.Ordinal).ToList() is { Count: > 0 } moved)
                Report.Paragraph($"What moved on {name}: `{string.Join("`, `", moved.Select(Inline))}`.");
    }

    private static void Print(string name, List<Sight> visits)
    {
        var paint = Figures.Of(visits, visit => visit.LargestPaint);
        var (shift, script, style) = (
            visits.Max(visit => visit.Shift),
            visits.Max(visit => visit.Script),
            visits.Max(visit => visit.Style)
        );
        Report.Row(
            name,
            paint.WithRange("0"),
            shift.ToString("0.####", CultureInfo.InvariantCulture),
            Kilobytes(script),
            Kilobytes(style),
            Kilobytes(visits.Max(visit => visit.Everything)),
            Report.Verdict(paint.Median <= MostPaint && shift == 0 && script <= MostScript && style <= MostStyle)
        );
    }

    private static string Inline(string html) => string.Join(' ', html.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string Kilobytes(double bytes) => (bytes / 1024).ToString("0.0", CultureInfo.InvariantCulture);
}
