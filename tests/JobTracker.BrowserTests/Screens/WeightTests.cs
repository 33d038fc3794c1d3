using System.Collections.Concurrent;
using System.IO.Compression;
using Microsoft.Playwright;

namespace JobTracker.BrowserTests.Screens;

public sealed class WeightTests(Site site) : ScreenTest(site)
{
    private const int MostScript = 40 * 1024;
    private const int MostStyle = 30 * 1024;
    private const int MostWithCharts = 350 * 1024;

    [Theory]
    [InlineData("landing")]
    [InlineData("list")]
    [InlineData("application")]
    [InlineData("add")]
    public async Task A_page_s_scripts_and_styles_are_light(string screen)
    {
        var loaded = new ConcurrentBag<IResponse>();
        var page = await ShowAsync(screen, "en");
        page.Response += (_, answer) => loaded.Add(answer);
        await page.ReloadAsync(new() { WaitUntil = WaitUntilState.NetworkIdle });

        var scripts = await BytesAsync(loaded, "script");
        var styles = await BytesAsync(loaded, "stylesheet");

        Assert.InRange(scripts, 1, MostScript);
        Assert.InRange(styles, 1, MostStyle);
    }

    [Fact]
    public async Task Analytics_with_all_its_charts_stays_light_and_no_other_page_loads_them()
    {
        var loaded = new ConcurrentBag<IResponse>();
        var page = await ShowAsync("analytics-all", "en");
        page.Response += (_, answer) => loaded.Add(answer);
        await page.ReloadAsync(new() { WaitUntil = WaitUntilState.NetworkIdle });
        Assert.InRange(await BytesAsync(loaded, kind: null), 1, MostWithCharts);

        loaded.Clear();
        await page.GotoAsync("/", new() { WaitUntil = WaitUntilState.NetworkIdle });
        Assert.DoesNotContain(loaded, answer => answer.Url.Contains("analytics", StringComparison.Ordinal));
    }

    private static async Task<int> BytesAsync(IEnumerable<IResponse> answers, string? kind)
    {
        var bytes = 0;
        foreach (var answer in answers.Where(answer => kind is null || answer.Request.ResourceType == kind))
            bytes += Compressed(await answer.BodyAsync());
        return bytes;
    }

    // In Development files may be served as they are; published, they come from Brotli at its strongest.
    private static int Compressed(byte[] body)
    {
        using var squeezed = new MemoryStream();
        using (var brotli = new BrotliStream(squeezed, CompressionLevel.SmallestSize, leaveOpen: true))
            brotli.Write(body);
        return (int)squeezed.Length;
    }
}
