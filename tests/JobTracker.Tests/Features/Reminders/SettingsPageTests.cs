using JobTracker.Features.Reminders;
using JobTracker.Testing;

namespace JobTracker.Tests.Features.Reminders;

/// <summary>The page where the digest is chosen.</summary>
public sealed class SettingsPageTests(SharedApp shared)
{
    private const string Path = "/settings/reminders";

    [Fact]
    public async Task The_form_sets_switch_and_hour_and_leaves_the_rest_alone()
    {
        using var user = await shared.App.RegisterAsync();
        using var browser = await TestBrowser.SignInAsync(shared.App, user);
        var before = await user.GetAsync("/api/auth/me");
        using var saved = await PostAsync(browser, "Input.DigestEnabled=true", "Input.DigestHour=6");
        Assert.Equal(302, (int)saved.StatusCode);
        (before["digest_enabled"], before["digest_hour"]) = (true, 6);
        Assert.Equal(before.ToJsonString(), (await user.GetAsync("/api/auth/me")).ToJsonString());
    }

    [Theory]
    [InlineData("24")]
    [InlineData("-1")]
    [InlineData("soon")]
    public async Task An_hour_that_no_day_has_is_refused_at_the_field(string hour)
    {
        using var user = await shared.App.RegisterAsync();
        using var browser = await TestBrowser.SignInAsync(shared.App, user);
        using var refused = await PostAsync(browser, "Input.DigestEnabled=true", $"Input.DigestHour={hour}");
        Assert.Equal(400, (int)refused.StatusCode);
        Assert.Equal("false", (await user.GetAsync("/api/auth/me")).Text("digest_enabled"));
    }

    [Fact]
    public async Task Without_a_confirmed_address_the_page_says_so_and_nothing_is_sent()
    {
        using var user = await shared.App.RegisterAsync();
        using var browser = await TestBrowser.SignInAsync(shared.App, user);
        Assert.Contains("is not confirmed", await browser.Client.GetStringAsync(Path), StringComparison.Ordinal);
        await user.OweAsync("Cover letter", "2026-01-15");
        using var now = await browser.PostAsync(
            $"{Path}?handler=Now",
            new Dictionary<string, string>(StringComparer.Ordinal),
            formOn: Path
        );
        Assert.Equal(302, (int)now.StatusCode);
        await shared.App.MailIsQuietAsync();
        Assert.Empty(shared.App.Mail.To(user.Email, ComposeDigest.Kind));
    }

    [Fact]
    public async Task A_preview_comes_at_once_three_times_an_hour_at_most()
    {
        using var user = await Digests.WantedByAsync(shared.App, "UTC", 8);
        using var browser = await TestBrowser.SignInAsync(shared.App, user);
        var codes = new List<int>();
        for (var at = 0; at < 4; at++)
        {
            using var now = await browser.PostAsync(
                $"{Path}?handler=Now",
                new Dictionary<string, string>(StringComparer.Ordinal),
                formOn: Path
            );
            codes.Add((int)now.StatusCode);
        }
        Assert.Equal([302, 302, 302, 429], codes);
        for (var at = 0; at < 3; at++)
            await shared.App.Mail.NextAsync(user.Email, ComposeDigest.Kind);
    }

    [Fact]
    public async Task Without_mail_the_page_says_so()
    {
        await using var app = await JobTrackerApp.StartWithoutMailAsync();
        using var user = await app.RegisterAsync();
        using var browser = await TestBrowser.SignInAsync(app, user);
        Assert.Contains("This site sends no mail", await browser.Client.GetStringAsync(Path), StringComparison.Ordinal);
    }

    private static Task<HttpResponseMessage> PostAsync(TestBrowser browser, params string[] fields) =>
        browser.PostAsync(
            Path,
            fields.Select(field => field.Split('=')).ToDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal),
            formOn: Path
        );
}
