using JobTracker.Testing;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace JobTracker.Tests.Attacks;

/// <summary>Requests that come so slowly, or are so large, that they would only keep the server busy.</summary>
public sealed class SlowClientTests(SlowSite site) : IClassFixture<SlowSite>
{
    private const int Idle = 150;
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(100);

    [Fact]
    public async Task Headers_byte_by_byte_are_cut_off()
    {
        using var line = await RawLine.OpenAsync(site.App.Address);
        using var over = new CancellationTokenSource();
        var trickle = line.TrickleAsync($"GET /meta HTTP/1.1\r\nHost: localhost\r\nX: {new string('a', 500)}\r\n\r\n", Pace, over.Token);
        var answer = await line.ReadToEndAsync();
        await over.CancelAsync();
        await trickle;
        Assert.StartsWith("HTTP/1.1 408 ", answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Idempotency-Key: slow\r\n")]
    public async Task A_body_byte_by_byte_is_cut_off_and_nothing_is_written(string header)
    {
        using var user = await site.App.RegisterAsync();
        using var line = await RawLine.OpenAsync(site.App.Address);
        using var over = new CancellationTokenSource();
        var body = $$"""{"company": "{{new string('a', 190)}}", "position": "b"}""";
        await line.SendAsync(
            Head(
                "/api/applications",
                $"Authorization: Bearer {user.Token}\r\n{header}Content-Type: application/json\r\nContent-Length: {body.Length}\r\n"
            )
        );
        var trickle = line.TrickleAsync(body, Pace, over.Token);
        var answer = await line.ReadToEndAsync();
        await over.CancelAsync();
        await trickle;
        Assert.StartsWith("HTTP/1.1 408 ", answer, StringComparison.Ordinal);
        Assert.Empty(await user.ItemsAsync("/api/applications"));
    }

    [Fact]
    public async Task A_form_that_stops_in_the_middle_is_cut_off()
    {
        using var line = await RawLine.OpenAsync(site.App.Address);
        await line.SendAsync(
            Head("/account/sign-in", "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 500\r\n") + "Input.Email=a"
        );
        Assert.Matches("^HTTP/1.1 4(00|08) ", await line.ReadToEndAsync());
    }

    [Fact]
    public async Task Many_idle_lines_keep_nobody_from_being_served()
    {
        var idle = await Task.WhenAll(Enumerable.Range(0, Idle).Select(_ => RawLine.OpenAsync(site.App.Address)));
        foreach (var line in idle)
            await line.SendAsync("GET /meta HTTP/1.1\r\nHost: loc");
        using var user = await site.App.RegisterAsync();
        await user.AddAsync();
        Assert.Single(await user.ItemsAsync("/api/applications"));
        foreach (var line in idle)
            line.Dispose();
    }

    [Fact]
    public async Task Headers_too_many_or_too_long_are_refused()
    {
        foreach (
            var headers in new[]
            {
                $"X: {new string('a', 20_000)}\r\n",
                string.Concat(Enumerable.Range(0, 200).Select(number => $"X{number}: a\r\n")),
            }
        )
        {
            using var line = await RawLine.OpenAsync(site.App.Address);
            await line.SendAsync($"GET /meta HTTP/1.1\r\nHost: localhost\r\n{headers}\r\n");
            Assert.StartsWith("HTTP/1.1 431 ", await line.ReadToEndAsync(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task An_address_too_long_is_refused()
    {
        using var line = await RawLine.OpenAsync(site.App.Address);
        await line.SendAsync($"GET /meta?q={new string('a', 20_000)} HTTP/1.1\r\nHost: localhost\r\n\r\n");
        Assert.StartsWith("HTTP/1.1 414 ", await line.ReadToEndAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_over_the_limit_is_told_so_on_a_page_and_a_body_without_a_length_ends_there_too()
    {
        using var user = await site.App.RegisterAsync();
        using var browser = await TestBrowser.SignInAsync(site.App, user);
        using var large = new FormUrlEncodedContent([new("Input.Company", new string('a', 1_200_000))]);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/applications/add") { Content = large };
        using var answer = await browser.Client.SendAsync(request);
        Assert.Equal((413, "text/html"), ((int)answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));

        using var line = await RawLine.OpenAsync(site.App.Address);
        await line.SendAsync(
            Head(
                "/api/applications",
                $"Authorization: Bearer {user.Token}\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n"
            )
        );
        var sending = line.SendAsync($"200000\r\n{new string(' ', 0x200000)}\r\n");
        Assert.Matches("^HTTP/1.1 413 ", await line.ReadToEndAsync());
        await sending;
        Assert.Empty(await user.ItemsAsync("/api/applications"));
    }

    [Fact]
    public async Task The_site_itself_has_such_limits_too()
    {
        await using var usual = await JobTrackerApp.StartAsync();
        var limits = usual.Services.GetRequiredService<IOptions<KestrelServerOptions>>().Value.Limits;
        Assert.InRange(limits.RequestHeadersTimeout, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(15));
        Assert.InRange(limits.MinRequestBodyDataRate!.BytesPerSecond, SlowSite.Rate, 100_000);
        Assert.InRange(limits.MinRequestBodyDataRate.GracePeriod, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(10));
    }

    private static string Head(string path, string headers) => $"POST {path} HTTP/1.1\r\nHost: localhost\r\n{headers}\r\n";
}
