using JobTracker.Testing;
using JobTracker.Testing.Mail;
using Microsoft.EntityFrameworkCore;

namespace JobTracker.Tests.Features.Accounts;

public sealed class ConfirmAddressTests : IAsyncLifetime
{
    private const string Kind = "confirm_address";
    private const string Page = "/account/confirm";
    private const string Settings = "/settings/email";
    private JobTrackerApp? app;

    private JobTrackerApp App => app!;

    public async ValueTask InitializeAsync() => app = await JobTrackerApp.StartAsync();

    public ValueTask DisposeAsync() => App.DisposeAsync();

    [Fact]
    public async Task The_link_that_came_with_registration_confirms_after_a_click_and_once()
    {
        using var user = await App.RegisterAsync();
        var mail = await App.Mail.NextAsync(user.Email, Kind);
        using var browser = TestBrowser.Open(App);
        // Programs that check mails look at every link.
        await browser.Client.GetStringAsync(mail.Link().PathAndQuery);
        Assert.False(await IsConfirmedAsync(user));
        Assert.Equal(302, await ConfirmAsync(browser, mail.Token()));
        Assert.True(await IsConfirmedAsync(user));
        Assert.Equal(400, await ConfirmAsync(browser, mail.Token()));
    }

    [Fact]
    public async Task A_newer_link_voids_the_older_one_and_an_hour_voids_both()
    {
        using var user = await App.RegisterAsync();
        using var browser = await TestBrowser.SignInAsync(App, user);
        var first = (await App.Mail.NextAsync(user.Email, Kind)).Token();
        using var sent = await browser.PostAsync($"{Settings}?handler=Send", NoFields, formOn: Settings);
        Assert.Equal(302, (int)sent.StatusCode);
        var second = (await App.Mail.NextAsync(user.Email, Kind)).Token();
        Assert.Equal(400, await ConfirmAsync(browser, first));
        App.Clock.Advance(TimeSpan.FromMinutes(61));
        Assert.Equal(400, await ConfirmAsync(browser, second));
        Assert.False(await IsConfirmedAsync(user));
    }

    [Fact]
    public async Task Sending_again_has_a_limit()
    {
        await using var limited = App.StartAnother(("Limits:ResetPerDay", "2"));
        using var user = await App.RegisterAsync();
        using var browser = await TestBrowser.SignInAsync(limited, user);
        foreach (var status in new[] { 302, 302, 429 })
        {
            using var sent = await browser.PostAsync($"{Settings}?handler=Send", NoFields, formOn: Settings);
            Assert.Equal(status, (int)sent.StatusCode);
        }
    }

    [Fact]
    public async Task A_new_address_counts_once_its_link_was_used_and_the_old_one_is_told()
    {
        using var user = await App.RegisterAsync();
        using var browser = await TestBrowser.SignInAsync(App, user);
        var wanted = $"new.{Guid.CreateVersion7():N}@example.org";
        Assert.Equal(302, await ChangeAsync(browser, wanted));
        var mail = await App.Mail.NextAsync(wanted, Kind);
        Assert.Equal(user.Email, (await user.GetAsync("/api/auth/me")).Text("email"));

        Assert.Equal(302, await ConfirmAsync(browser, mail.Token()));
        var me = await user.GetAsync("/api/auth/me");
        Assert.Equal((wanted, "true"), (me.Text("email"), me.Text("email_confirmed")));
        var told = await App.Mail.NextAsync(user.Email, "address_changed");
        Assert.DoesNotContain(wanted, told.Letter.Text, StringComparison.Ordinal);
        // The old one is free, and signs nobody in.
        using var other = await App.RegisterAsync(user.Email);
        Assert.NotEqual(user.Id, other.Id);
    }

    [Fact]
    public async Task A_link_for_a_new_password_that_went_to_the_old_address_is_void()
    {
        using var user = await App.RegisterAsync();
        using var browser = await TestBrowser.SignInAsync(App, user);
        using var asked = await user.SendAsync(HttpMethod.Post, "/api/auth/forgot-password", new { email = user.Email });
        var reset = (await App.Mail.NextAsync(user.Email, "reset_password")).Token();
        var wanted = $"new.{Guid.CreateVersion7():N}@example.org";
        await ChangeAsync(browser, wanted);
        await ConfirmAsync(browser, (await App.Mail.NextAsync(wanted, Kind)).Token());
        foreach (var email in new[] { user.Email, wanted })
        {
            using var answer = await user.SendAsync(
                HttpMethod.Post,
                "/api/auth/reset-password",
                new
                {
                    email,
                    token = reset,
                    new_password = "seven green bicycles",
                }
            );
            await answer.RefusesAsync("token");
        }
    }

    [Fact]
    public async Task That_somebody_has_an_address_is_told_to_that_mailbox_alone()
    {
        using var user = await App.RegisterAsync();
        using var other = await App.RegisterAsync();
        using var browser = await TestBrowser.SignInAsync(App, user);
        Assert.Equal(302, await ChangeAsync(browser, other.Email));
        var mail = await App.Mail.NextAsync(other.Email, "address_taken");
        Assert.DoesNotContain(user.Email, mail.Letter.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("token=", mail.Letter.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_that_was_taken_meanwhile_is_not_given_twice()
    {
        using var user = await App.RegisterAsync();
        using var browser = await TestBrowser.SignInAsync(App, user);
        var wanted = $"new.{Guid.CreateVersion7():N}@example.org";
        await ChangeAsync(browser, wanted);
        var token = (await App.Mail.NextAsync(wanted, Kind)).Token();
        using var quicker = await App.RegisterAsync(wanted);
        Assert.Equal(409, await ConfirmAsync(browser, token));
        Assert.Equal(user.Email, (await user.GetAsync("/api/auth/me")).Text("email"));
    }

    [Theory]
    [InlineData("a@example.org\r\nBcc: eve@example.org")]
    [InlineData("a@example.org, eve@example.org")]
    [InlineData("Eve <eve@example.org>")]
    [InlineData("nobody")]
    public async Task Nothing_but_one_address_is_one(string wanted)
    {
        using var user = await App.RegisterAsync();
        using var browser = await TestBrowser.SignInAsync(App, user);
        Assert.Equal(400, await ChangeAsync(browser, wanted));
        await App.MailIsQuietAsync();
        Assert.DoesNotContain(App.Mail.Sent, mail => mail.Letter.To.Contains("eve", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_new_password_voids_the_link_to_another_address()
    {
        using var user = await App.RegisterAsync();
        using var browser = await TestBrowser.SignInAsync(App, user);
        var wanted = $"new.{Guid.CreateVersion7():N}@example.org";
        await ChangeAsync(browser, wanted);
        var link = (await App.Mail.NextAsync(wanted, Kind)).Token();
        using var changed = await user.SendAsync(
            HttpMethod.Put,
            "/api/auth/change-password",
            new { current_password = TestUser.Password, new_password = "seven green bicycles" }
        );
        await changed.ReadAsync(204);
        using var stranger = TestBrowser.Open(App);
        Assert.Equal(400, await ConfirmAsync(stranger, link));
        Assert.Equal(user.Email, (await user.GetAsync("/api/auth/me")).Text("email"));
    }

    [Fact]
    public async Task The_password_is_needed_for_another_address()
    {
        using var user = await App.RegisterAsync();
        using var browser = await TestBrowser.SignInAsync(App, user);
        Assert.Equal(400, await ChangeAsync(browser, "ada@example.org", "not the password"));
    }

    private static readonly Dictionary<string, string> NoFields = new(StringComparer.Ordinal);

    private static async Task<int> ChangeAsync(TestBrowser browser, string wanted, string password = TestUser.Password)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal) { ["Input.NewEmail"] = wanted, ["Input.Password"] = password };
        using var answer = await browser.PostAsync($"{Settings}?handler=Change", fields, formOn: Settings);
        return (int)answer.StatusCode;
    }

    private static async Task<int> ConfirmAsync(TestBrowser browser, string token)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal) { ["Input.Token"] = token };
        using var answer = await browser.PostAsync(Page, fields, formOn: Page);
        return (int)answer.StatusCode;
    }

    private Task<bool> IsConfirmedAsync(TestUser user) =>
        App.ReadAsync(db => db.Users.Where(row => row.Id == user.Id).Select(row => row.EmailConfirmed).SingleAsync());
}
