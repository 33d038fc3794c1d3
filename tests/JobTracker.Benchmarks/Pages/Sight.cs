using System.Text.Json;
using JobTracker.Benchmarks.Houses;
using JobTracker.Benchmarks.Load;
using Microsoft.Playwright;

namespace JobTracker.Benchmarks.Pages;

/// <summary>One visit to a page.</summary>
/// <param name="LargestPaint">When the largest thing in view was there, in milliseconds from the click on.</param>
/// <param name="Shift">How much moved about by itself, as browsers count it.</param>
/// <param name="Script">Bytes of JavaScript, compressed.</param>
/// <param name="Style">Bytes of CSS, compressed.</param>
/// <param name="Everything">Bytes of the page with all that it loads.</param>
/// <param name="Moved">The elements that moved.</param>
internal sealed record Sight(double LargestPaint, double Shift, double Script, double Style, double Everything, IReadOnlyList<string> Moved)
{
    private const string Watch = """
        window.sight = { paint: 0, shift: 0, moved: [] };
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) window.sight.paint = entry.startTime;
        }).observe({ type: "largest-contentful-paint", buffered: true });
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries().filter((entry) => !entry.hadRecentInput)) {
            window.sight.shift += entry.value;
            for (const { node, previousRect: from, currentRect: to } of entry.sources)
              if (node)
                window.sight.moved.push(
                  `${(node.outerHTML ?? node.textContent).slice(0, 60)} from ${from.x},${from.y} ${from.width}×${from.height} to ${to.x},${to.y} ${to.width}×${to.height}`,
                );
          }
        }).observe({ type: "layout-shift", buffered: true });
        """;

    private const string Tell = """
        () => {
          const files = performance.getEntriesByType("resource");
          const bytes = (list) => list.reduce((sum, file) => sum + file.transferSize, 0);
          const ending = (end) => files.filter((file) => new URL(file.name).pathname.endsWith(end));
          return [window.sight.paint, window.sight.shift, bytes(ending(".js")), bytes(ending(".css")),
            bytes(files) + bytes(performance.getEntriesByType("navigation"))];
        }
        """;

    /// <exception cref="BadAnswerException">The page is not the one that was asked for, or lacks something.</exception>
    public static async Task<Sight> OfAsync(IBrowser browser, Uri site, Visitor visitor, string path)
    {
        await using var context = await browser.NewContextAsync(
            new()
            {
                BaseURL = site.ToString(),
                Locale = "en-GB",
                ViewportSize = new ViewportSize { Width = 1440, Height = 900 },
                ServiceWorkers = ServiceWorkerPolicy.Block,
                ExtraHTTPHeaders = [.. Visitor.ByProxy, KeyValuePair.Create("Cookie", visitor.Cookie)],
            }
        );
        await context.AddInitScriptAsync(Watch);
        var page = await context.NewPageAsync();
        var answer = await page.GotoAsync(path, new() { WaitUntil = WaitUntilState.NetworkIdle });
        if (answer is not { Status: 200 } || new Uri(page.Url).AbsolutePath != path)
            throw new BadAnswerException($"{path} answered {answer?.Status} and led to {page.Url}.");
        // The browser tells of a paint after it, and a busy machine lets it wait.
        await page.WaitForFunctionAsync("() => window.sight.paint > 0");
        var told = await page.EvaluateAsync<JsonElement>(Tell);
        var figures = told.EnumerateArray().Select(figure => figure.GetDouble()).ToArray();
        if (figures[2] <= 0 || figures[3] <= 0)
            throw new BadAnswerException($"{path} came without its script or style: {told}.");
        var moved = await page.EvaluateAsync<string[]>("() => [...new Set(window.sight.moved)]");
        return new Sight(figures[0], figures[1], figures[2], figures[3], figures[4], moved);
    }
}
