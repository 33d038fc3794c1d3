using JobTracker.Testing;

namespace JobTracker.Tests.Features.Accounts;

public sealed class DevicesTests(SharedApp shared)
{
    [Fact]
    public async Task Every_browser_and_program_that_is_signed_in_is_listed_the_asking_one_first()
    {
        using var user = await shared.App.RegisterAsync();
        using var browser = await TestBrowser.SignInAsync(shared.App, user);
        using var somebody = await shared.App.RegisterAsync();
        var devices = await user.ItemsAsync("/api/auth/devices");
        Assert.Equal(["token", "browser"], devices.Select(device => device.Text("kind")));
        Assert.Equal([true, false], devices.Select(device => device["is_current"]!.GetValue<bool>()));
    }

    [Fact]
    public async Task A_revoked_one_is_out_at_once_and_off_the_list()
    {
        using var user = await shared.App.RegisterAsync();
        using var phone = await user.SignInAgainAsync(shared.App);
        await phone.GetAsync("/api/auth/me");
        var other = (await user.ItemsAsync("/api/auth/devices"))[1].Text("id");
        using var revoked = await user.SendAsync(HttpMethod.Delete, $"/api/auth/devices/{other}");
        await revoked.ReadAsync(204);
        using var me = await phone.Client.GetAsync("/api/auth/me");
        await me.ProblemAsync(401, "unauthenticated");
        Assert.Single(await user.ItemsAsync("/api/auth/devices"));
        using var again = await user.SendAsync(HttpMethod.Delete, $"/api/auth/devices/{other}");
        await again.ProblemAsync(404, "not_found");
    }

    [Fact]
    public async Task What_has_ended_by_itself_is_not_listed()
    {
        await using var app = await JobTrackerApp.StartAsync();
        using var user = await app.RegisterAsync();
        using var browser = await TestBrowser.SignInAsync(app, user);
        app.Clock.Advance(TimeSpan.FromDays(7) + TimeSpan.FromMinutes(1));
        using var later = await user.SignInAgainAsync(app);
        Assert.Single(await later.ItemsAsync("/api/auth/devices"));
    }

    [Fact]
    public async Task All_others_are_signed_out_from_the_page()
    {
        using var user = await shared.App.RegisterAsync();
        using var phone = await user.SignInAgainAsync(shared.App);
        using var browser = await TestBrowser.SignInAsync(shared.App, user);
        const string page = "/settings/security";
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        using var answer = await browser.PostAsync($"{page}?handler=SignOutOthers", fields, formOn: page);
        Assert.Equal(302, (int)answer.StatusCode);
        foreach (var out_ in new[] { user, phone })
        {
            using var me = await out_.Client.GetAsync("/api/auth/me");
            await me.ProblemAsync(401, "unauthenticated");
        }
        Assert.Contains("this device", await browser.Client.GetStringAsync(page), StringComparison.Ordinal);
    }
}
