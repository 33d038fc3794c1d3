using JobTracker.Testing;
using Microsoft.Playwright;

namespace JobTracker.BrowserTests.Journeys;

public sealed class DeleteAccountTests(Site site) : BrowserTest(site)
{
    [Theory]
    [InlineData("en", true)]
    [InlineData("fr", false)]
    public async Task An_account_is_deleted_against_its_password_and_cannot_be_signed_in_to_any_more(string language, bool javaScript)
    {
        Expects(400);
        Expects(403);
        var t = In(language);
        var person = await RegisterAsync(language);
        await person.AddAsync();
        var page = await OpenAsync(person, new Visit { Language = language, JavaScript = javaScript });

        await page.GotoAsync("/settings/delete");
        await page.GetByLabel(t["Password"]).FillAsync("not the password at all");
        await page.GetByRole(AriaRole.Button, new() { Name = t["Delete my account for good"] }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToBeFocusedAsync();
        Assert.Single(await person.ItemsAsync("/api/applications"));

        await page.GetByLabel(t["Password"]).FillAsync(TestUser.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = t["Delete my account for good"] }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync(t["Your account and everything in it is deleted."]);

        await page.GotoAsync("/account/sign-in");
        await page.GetByLabel(t["E-mail"]).FillAsync(person.Email);
        await page.GetByLabel(t["Password"]).FillAsync(TestUser.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = t["Sign in"] }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync(t["The e-mail address or the password is wrong."]);
    }
}
