using JobTracker.Testing;
using Microsoft.Playwright;

namespace JobTracker.BrowserTests.Journeys;

public sealed class SignInTests(Site site) : BrowserTest(site)
{
    [Theory]
    [InlineData("en")]
    [InlineData("fr")]
    public async Task A_wrong_password_is_told_without_losing_the_address_and_the_right_one_lets_in(string language)
    {
        Expects(403);
        var t = In(language);
        var person = await RegisterAsync(language);
        var page = await OpenAsync(new Visit { Language = language });

        await page.GotoAsync("/account/sign-in");
        await page.GetByLabel(t["E-mail"]).FillAsync(person.Email);
        await page.GetByLabel(t["Password"]).FillAsync("not the password at all");
        await page.GetByRole(AriaRole.Button, new() { Name = t["Sign in"] }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync(t["The e-mail address or the password is wrong."]);
        await Expect(page.GetByRole(AriaRole.Alert)).ToBeFocusedAsync();
        await Expect(page.GetByLabel(t["E-mail"])).ToHaveValueAsync(person.Email);
        await Expect(page.GetByLabel(t["Password"])).ToHaveValueAsync("");

        await page.GetByLabel(t["Password"]).FillAsync(TestUser.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = t["Sign in"] }).ClickAsync();
        await Expect(page).ToHaveURLAsync("/");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Signing_out_ends_this_browser_alone(bool javaScript)
    {
        var person = await RegisterAsync();
        var page = await OpenAsync(person, new Visit { JavaScript = javaScript });
        var other = await OpenAsync(person);

        await page.GotoAsync("/applications");
        await page.GetByLabel("Menu and account: Camille Roux").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Create an account" })).ToBeVisibleAsync();

        await page.GotoAsync("/applications");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Sign in" })).ToBeVisibleAsync();
        await other.GotoAsync("/applications");
        await Expect(other.GetByRole(AriaRole.Heading, new() { Name = "Applications", Exact = true })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Signing_out_everywhere_ends_every_browser()
    {
        var person = await RegisterAsync();
        var page = await OpenAsync(person);
        var other = await OpenAsync(person);
        await other.GotoAsync("/applications");

        await page.GotoAsync("/settings/security");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out everywhere" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Create an account" })).ToBeVisibleAsync();

        await other.ReloadAsync();
        await Expect(other.GetByRole(AriaRole.Heading, new() { Name = "Sign in" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_new_password_ends_the_other_browsers_and_the_old_password()
    {
        Expects(400);
        Expects(403);
        const string newPassword = "seven green bicycles";
        var person = await RegisterAsync();
        var page = await OpenAsync(person);
        var other = await OpenAsync(person);

        await page.GotoAsync("/settings/security");
        await page.GetByLabel("Current password").FillAsync("not the password at all");
        await page.GetByLabel("New password").FillAsync(newPassword);
        await page.GetByRole(AriaRole.Button, new() { Name = "Change the password" }).ClickAsync();
        await Expect(page.GetByLabel("Current password")).ToHaveAccessibleDescriptionAsync("This is not your current password.");

        await page.GetByLabel("Current password").FillAsync(TestUser.Password);
        await page.GetByLabel("New password").FillAsync(newPassword);
        await page.GetByRole(AriaRole.Button, new() { Name = "Change the password" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("The password is changed.");

        await other.GotoAsync("/settings");
        await other.GetByLabel("E-mail").FillAsync(person.Email);
        await other.GetByLabel("Password").FillAsync(TestUser.Password);
        await other.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await Expect(other.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
        await other.GetByLabel("Password").FillAsync(newPassword);
        await other.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await Expect(other).ToHaveURLAsync("/settings");
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example/")]
    [InlineData("/%09/evil.example")]
    [InlineData("javascript:alert(1)")]
    public async Task After_signing_in_nobody_is_led_to_another_site(string back)
    {
        Expects(404);
        var person = await RegisterAsync();
        var page = await OpenAsync();

        await page.GotoAsync($"/account/sign-in?back={Uri.EscapeDataString(back)}");
        await page.GetByLabel("E-mail").FillAsync(person.Email);
        await page.GetByLabel("Password").FillAsync(TestUser.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();

        await Expect(page.GetByLabel("Menu and account: Camille Roux")).ToBeVisibleAsync();
        Assert.Equal(App.Address.Authority, new Uri(page.Url).Authority);
    }
}
