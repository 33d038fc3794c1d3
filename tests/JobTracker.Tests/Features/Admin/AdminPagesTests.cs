using JobTracker.Testing;
using Microsoft.EntityFrameworkCore;

namespace JobTracker.Tests.Features.Admin;

public sealed class AdminPagesTests(SharedApp shared)
{
    private static readonly Dictionary<string, string> Nothing = new(StringComparer.Ordinal);

    [Fact]
    public async Task Limits_are_written_in_megabytes_and_what_nobody_touched_keeps_its_bytes()
    {
        using var admin = await shared.App.RegisterAdminAsync();
        using var user = await shared.App.RegisterAsync();
        using var browser = await TestBrowser.SignInAsync(shared.App, admin);
        var page = $"/admin/users/{user.Id}";
        using var saved = await browser.PostAsync($"{page}?handler=Limits", Limits("7", "3"), formOn: page);
        Assert.Equal(302, (int)saved.StatusCode);
        Assert.Equal((7, 3L * 1024 * 1024), await OfAsync(user));

        await shared.App.ExecuteAsync($"update user_accounts set file_bytes_max = 1500000 where user_id = {user.Id}");
        using var again = await browser.PostAsync($"{page}?handler=Limits", Limits("8", "1"), formOn: page);
        Assert.Equal(302, (int)again.StatusCode);
        Assert.Equal((8, 1_500_000L), await OfAsync(user));

        using var wrong = await browser.PostAsync($"{page}?handler=Limits", Limits("-1", ""), formOn: page);
        Assert.Equal(400, (int)wrong.StatusCode);
        Assert.Contains("Use a number from 0 to", await wrong.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var letters = await browser.PostAsync($"{page}?handler=Limits", Limits("many", ""), formOn: page);
        Assert.Equal(400, (int)letters.StatusCode);
        Assert.Equal((8, 1_500_000L), await OfAsync(user));
    }

    [Fact]
    public async Task What_is_refused_is_told_on_the_page()
    {
        await using var app = await JobTrackerApp.StartAsync();
        using var admin = await app.RegisterAdminAsync();
        using var browser = await TestBrowser.SignInAsync(app, admin);
        var page = $"/admin/users/{admin.Id}";
        foreach (var handler in (string[])["Deactivate", "Revoke"])
        {
            using var refused = await browser.PostAsync($"{page}?handler={handler}", Nothing, formOn: page);
            Assert.Equal(409, (int)refused.StatusCode);
            Assert.Contains("This is the last administrator", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task An_account_that_is_not_there_is_a_page_that_is_not_there()
    {
        using var admin = await shared.App.RegisterAdminAsync();
        using var browser = await TestBrowser.SignInAsync(shared.App, admin);
        var page = $"/admin/users/{Guid.CreateVersion7()}";
        using var none = await browser.Client.GetAsync(page);
        Assert.Equal(404, (int)none.StatusCode);
        foreach (var handler in (string[])["Limits", "SignOut", "Grant", "Revoke", "Deactivate", "Reactivate"])
        {
            using var nothing = await browser.PostAsync($"{page}?handler={handler}", Nothing, formOn: "/admin/invitations");
            Assert.Equal(404, (int)nothing.StatusCode);
        }
    }

    [Fact]
    public async Task An_invitation_is_made_shown_once_and_withdrawn()
    {
        await using var app = await JobTrackerApp.StartAsync(("Registration:Mode", "Open"));
        using var admin = await app.RegisterAdminAsync();
        using var browser = await TestBrowser.SignInAsync(app, admin);
        const string page = "/admin/invitations";
        var fields = new Dictionary<string, string>(StringComparer.Ordinal) { ["Input.Email"] = "sam@example.org" };
        using var made = await browser.PostAsync(page, fields, formOn: page);
        Assert.Contains("/account/register?invitation=", await made.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        var shown = await browser.Client.GetStringAsync(page);
        Assert.DoesNotContain("/account/register?invitation=", shown, StringComparison.Ordinal);
        Assert.Contains("sam@example.org", shown, StringComparison.Ordinal);
        var invitation = await app.ReadAsync(db => db.Invitations.SingleAsync());
        using var back = await browser.PostAsync($"{page}?handler=Revoke&invitation={invitation.Id}", Nothing, formOn: page);
        Assert.Equal(302, (int)back.StatusCode);
        Assert.Equal(0, await app.ReadAsync(db => db.Invitations.CountAsync()));
        using var wrong = await browser.PostAsync(
            page,
            new Dictionary<string, string>(StringComparer.Ordinal) { ["Input.Email"] = "nobody" },
            formOn: page
        );
        Assert.Equal(400, (int)wrong.StatusCode);
    }

    private static Dictionary<string, string> Limits(string applications, string megabytes) =>
        new(StringComparer.Ordinal) { ["Input.ApplicationsMax"] = applications, ["Input.FileBytesMax"] = megabytes };

    private Task<(int?, long?)> OfAsync(TestUser user) =>
        shared.App.ReadAsync(async db =>
        {
            var account = await db.Accounts.SingleAsync(row => row.UserId == user.Id);
            return (account.ApplicationsMax, account.FileBytesMax);
        });
}
