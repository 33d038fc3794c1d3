using JobTracker.Features.Accounts.Invitations;
using JobTracker.Kernel;
using JobTracker.Testing;
using JobTracker.Testing.Mail;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace JobTracker.BrowserTests.Journeys;

/// <summary>Getting back in, a second factor, devices, an address, an invitation.</summary>
public sealed class TrustedAccountTests(Site site) : BrowserTest(site)
{
    private const string NewPassword = "seven green bicycles";

    [Theory]
    [InlineData("en", true)]
    [InlineData("fr", false)]
    public async Task A_forgotten_password_is_replaced_through_the_mailbox(string language, bool javaScript)
    {
        Expects(400);
        var t = In(language);
        var person = await RegisterAsync(language);
        var page = await OpenAsync(new Visit { Language = language, JavaScript = javaScript });

        await page.GotoAsync("/account/sign-in");
        await page.GetByRole(AriaRole.Link, new() { Name = t["Forgotten your password?"] }).ClickAsync();
        await page.GetByLabel(t["E-mail"]).FillAsync(person.Email);
        await page.GetByRole(AriaRole.Button, new() { Name = t["Send the link"] }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = t["Check your inbox"] })).ToBeVisibleAsync();

        var link = (await App.Mail.NextAsync(person.Email, "reset_password")).Link();
        await page.GotoAsync(link.ToString());
        await page.GetByLabel(t["New password"]).FillAsync("1234567890");
        await page.GetByRole(AriaRole.Button, new() { Name = t["Use this password"] }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync(t["This password is too easy to guess. Choose another one."]);
        await page.GetByLabel(t["New password"]).FillAsync(NewPassword);
        await page.GetByRole(AriaRole.Button, new() { Name = t["Use this password"] }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync(t["The password is changed. Sign in with it."]);

        await page.GetByLabel(t["E-mail"]).FillAsync(person.Email);
        await page.GetByLabel(t["Password"]).FillAsync(NewPassword);
        await page.GetByRole(AriaRole.Button, new() { Name = t["Sign in"] }).ClickAsync();
        await Expect(page).ToHaveURLAsync("/");

        await page.Context.ClearCookiesAsync();
        await page.GotoAsync(link.ToString());
        await page.GetByLabel(t["New password"]).FillAsync(TestUser.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = t["Use this password"] }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync(t["The password is still the old one:"]);
    }

    [Theory]
    [InlineData("en", true)]
    [InlineData("fr", false)]
    public async Task A_second_factor_is_set_up_and_asked_for_and_a_recovery_code_helps_without_the_phone(string language, bool javaScript)
    {
        Expects(400);
        var t = In(language);
        var person = await RegisterAsync(language);
        var page = await OpenAsync(person, new Visit { Language = language, JavaScript = javaScript });

        await page.GotoAsync("/settings/security");
        await page.GetByRole(AriaRole.Link, new() { Name = t["Set up two-factor sign-in"] }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = t["Begin"] }).ClickAsync();
        var phone = new TestAuthenticator((await page.Locator("#secret-key").TextContentAsync())!);
        var used = phone.CodeAt(App.Clock.GetUtcNow());
        await page.GetByRole(AriaRole.Textbox, new() { Name = t["Code"], Exact = true }).FillAsync(used);
        await page.GetByLabel(t["Password"]).FillAsync(TestUser.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = t["Switch it on"] }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = t["Your recovery codes"] })).ToBeVisibleAsync();
        var recovery = await page.Locator(".codes > li").AllTextContentsAsync();
        Assert.Equal(10, recovery.Count);

        await SignInAsync(page, t, person, used);
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync(t["This code is wrong, or it was used before."]);
        await page.GetByRole(AriaRole.Textbox, new() { Name = t["Code"], Exact = true })
            .FillAsync(phone.CodeAt(App.Clock.GetUtcNow().AddSeconds(30)));
        await page.GetByRole(AriaRole.Button, new() { Name = t["Sign in"] }).ClickAsync();
        await Expect(page).ToHaveURLAsync("/");

        await SignInAsync(page, t, person, recovery[0]);
        await Expect(page).ToHaveURLAsync("/");
        await page.GotoAsync("/settings/security");
        await Expect(page.GetByText(t["Recovery code used"])).ToBeVisibleAsync();

        await page.GotoAsync("/settings/two-factor");
        await page.GetByRole(AriaRole.Textbox, new() { Name = t["Code"], Exact = true }).FillAsync(recovery[1]);
        await page.GetByLabel(t["Password"]).FillAsync(TestUser.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = t["Switch it off"] }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync(t["Two-factor sign-in is switched off."]);
    }

    [Fact]
    public async Task Another_browser_is_signed_out_from_the_list()
    {
        var person = await RegisterAsync();
        var page = await OpenAsync(person);
        var other = await OpenAsync(person);
        await other.GotoAsync("/applications");

        await page.GotoAsync("/settings/security");
        await page.GetByRole(AriaRole.Listitem).Filter(new() { HasText = "Program" }).GetByRole(AriaRole.Button).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("It is signed out.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out all others" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("All others are signed out.");
        await Expect(page.GetByText("this device")).ToBeVisibleAsync();

        await other.ReloadAsync();
        await Expect(other.GetByRole(AriaRole.Heading, new() { Name = "Sign in" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task An_address_is_confirmed_from_the_notice_and_the_notice_goes()
    {
        var person = await RegisterAsync();
        await person.AddAsync();
        await App.Mail.NextAsync(person.Email, "confirm_address");
        var page = await OpenAsync(person);

        await page.GotoAsync("/");
        await page.GetByRole(AriaRole.Button, new() { Name = "Send again" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("A link is on its way");
        await page.GotoAsync((await App.Mail.NextAsync(person.Email, "confirm_address")).Link().ToString());
        await page.GetByRole(AriaRole.Button, new() { Name = "Confirm the address" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("is confirmed.");
        await page.GotoAsync("/");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Send again" })).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task An_invitation_opens_a_site_that_is_not_open_to_everybody()
    {
        await using var invited = App.StartAnother(("Registration:Mode", "Invite"));
        var page = await OpenAsync();
        await page.GotoAsync(new Uri(invited.Address, "/account/register").ToString());
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "By invitation" })).ToBeVisibleAsync();

        await using var scope = invited.Services.CreateAsyncScope();
        var made = Assert.IsType<Done<Invite.Made>>(
            await scope.ServiceProvider.GetRequiredService<Invite>().RunAsync(new Invite.Input(Email: null), default)
        );
        await page.GotoAsync(made.Value.Link!.ToString());
        await page.GetByLabel("E-mail").FillAsync($"invited.{Guid.CreateVersion7():N}@example.org");
        await page.GetByLabel("Password").FillAsync(TestUser.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Create the account" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeVisibleAsync();
        await Expect(page).ToHaveURLAsync(invited.Address.ToString());
    }

    private static async Task SignInAsync(IPage page, Words t, TestUser person, string code)
    {
        await page.Context.ClearCookiesAsync();
        await page.GotoAsync("/account/sign-in");
        await page.GetByLabel(t["E-mail"]).FillAsync(person.Email);
        await page.GetByLabel(t["Password"]).FillAsync(TestUser.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = t["Sign in"] }).ClickAsync();
        await page.GetByRole(AriaRole.Textbox, new() { Name = t["Code"], Exact = true }).FillAsync(code);
        await page.GetByRole(AriaRole.Button, new() { Name = t["Sign in"] }).ClickAsync();
    }
}
