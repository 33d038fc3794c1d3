using JobTracker.Testing;
using Microsoft.EntityFrameworkCore;

namespace JobTracker.Tests.Features.Accounts;

/// <summary>Switching the second factor on and off on its page.</summary>
public sealed class TwoFactorSettingsTests : IAsyncLifetime
{
    private const string PagePath = "/settings/two-factor";
    private JobTrackerApp? app;
    private TestUser? user;
    private TestBrowser? browser;

    private JobTrackerApp App => app!;
    private TestUser User => user!;
    private TestBrowser Browser => browser!;

    public async ValueTask InitializeAsync()
    {
        app = await JobTrackerApp.StartAsync();
        user = await app.RegisterAsync();
        browser = await TestBrowser.SignInAsync(app, user);
    }

    public async ValueTask DisposeAsync()
    {
        Browser.Dispose();
        User.Dispose();
        await App.DisposeAsync();
    }

    [Fact]
    public async Task Looking_at_the_page_begins_nothing()
    {
        await Browser.Client.GetStringAsync(PagePath);
        Assert.Equal(0, await App.ReadAsync(db => db.Authenticators.CountAsync()));
    }

    [Fact]
    public async Task It_is_not_on_before_a_code_proves_that_the_phone_has_the_key()
    {
        await PostAsync("Begin", 302);
        var page = await Browser.Client.GetStringAsync(PagePath);
        Assert.Contains("<svg class=\"qr\"", page, StringComparison.Ordinal);
        await PostAsync("Finish", 400, "000000");
        await PostAsync("Finish", 400, "000000", "not the password");
        Assert.False(await IsOnAsync());
        // The password alone still signs in.
        using var again = await User.SignInAgainAsync(App);
    }

    [Fact]
    public async Task Given_up_halfway_nothing_is_left()
    {
        await PostAsync("Begin", 302);
        await PostAsync("Cancel", 302);
        Assert.Equal(0, await App.ReadAsync(db => db.Authenticators.CountAsync()));
    }

    [Fact]
    public async Task Once_it_is_on_it_cannot_be_begun_anew_or_cancelled_without_a_proof()
    {
        var two = await TwoFactorOn.SwitchAsync(App, User);
        await PostAsync("Begin", 409);
        await PostAsync("Cancel", 302);
        await PostAsync("Finish", 409, Present(two));
        await PostAsync("Off", 400, "000000");
        await PostAsync("Off", 400, Present(two), "not the password");
        await PostAsync("Codes", 400, two.Codes[0], "not the password");
        Assert.True(await IsOnAsync());
        Assert.Equal(10, await App.ReadAsync(db => db.RecoveryCodes.CountAsync()));
    }

    [Fact]
    public async Task Password_and_code_switch_it_off_and_nothing_of_it_is_left()
    {
        var two = await TwoFactorOn.SwitchAsync(App, User);
        await PostAsync("Off", 302, Present(two));
        Assert.False(await IsOnAsync());
        Assert.Equal(0, await App.ReadAsync(db => db.Authenticators.CountAsync()));
        Assert.Equal(0, await App.ReadAsync(db => db.RecoveryCodes.CountAsync()));
        using var again = await User.SignInAgainAsync(App);
    }

    [Fact]
    public async Task New_recovery_codes_void_the_old_ones_and_are_shown_once()
    {
        var two = await TwoFactorOn.SwitchAsync(App, User);
        var page = await PostAsync("Codes", 200, Present(two));
        Assert.DoesNotContain(two.Codes, code => page.Contains(code, StringComparison.Ordinal));
        Assert.Equal(10, await App.ReadAsync(db => db.RecoveryCodes.CountAsync()));
        Assert.DoesNotContain("class=\"codes\"", await Browser.Client.GetStringAsync(PagePath), StringComparison.Ordinal);
        await PostAsync("Off", 400, two.Codes[0]);
    }

    private string Present(TwoFactorOn two) => two.Phone.CodeAt(App.Clock.GetUtcNow());

    private Task<bool> IsOnAsync() => App.ReadAsync(db => db.Users.Select(row => row.TwoFactorEnabled).SingleAsync());

    private async Task<string> PostAsync(string handler, int status, string code = "", string password = TestUser.Password)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal) { ["Input.Code"] = code, ["Input.Password"] = password };
        using var answer = await Browser.PostAsync($"{PagePath}?handler={handler}", fields, formOn: PagePath);
        Assert.Equal(status, (int)answer.StatusCode);
        return await answer.Content.ReadAsStringAsync();
    }
}
