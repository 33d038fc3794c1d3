using Microsoft.Playwright;

namespace JobTracker.BrowserTests.Journeys;

public sealed class ValidationTests(Site site) : BrowserTest(site)
{
    [Theory]
    [InlineData("en", true)]
    [InlineData("fr", true)]
    [InlineData("fr", false)]
    public async Task Every_mistake_stands_at_its_field_and_in_a_summary_that_takes_the_focus(string language, bool javaScript)
    {
        Expects(400);
        var t = In(language);
        var page = await OpenAsync(await RegisterAsync(language), new Visit { Language = language, JavaScript = javaScript });

        await page.GotoAsync("/applications/add");
        await page.GetByLabel(t["Position"]).FillAsync("  ");
        await page.GetByLabel(t["Place"]).FillAsync("Saint-Étienne");
        await page.GetByLabel(t["Link"]).FillAsync("ftp://files.example/job");
        await page.GetByText(t["More: deadline, contact, salary, posting, comment"]).ClickAsync();
        await page.GetByLabel(t["Comment"]).FillAsync("<b>bold</b> & \"quoted\"");
        await page.GetByRole(AriaRole.Button, new() { Name = t["Save application"] }).ClickAsync();

        var summary = page.GetByRole(AriaRole.Alert);
        await Expect(summary).ToBeFocusedAsync();
        await Expect(summary.GetByRole(AriaRole.Link))
            .ToHaveTextAsync([
                t["Enter the company."],
                t["Enter the position."],
                t["Enter a full web address that begins with https:// or http://."],
            ]);
        foreach (var (label, message) in new[] { ("Company", "Enter the company."), ("Position", "Enter the position.") })
        {
            await Expect(page.GetByLabel(t[label])).ToHaveAccessibleDescriptionAsync(t[message]);
            await Expect(page.GetByLabel(t[label])).ToHaveAttributeAsync("aria-invalid", "true");
        }
        await Expect(page.GetByLabel(t["Place"])).Not.ToHaveAttributeAsync("aria-invalid", "true");

        await Expect(page.GetByLabel(t["Place"])).ToHaveValueAsync("Saint-Étienne");
        await Expect(page.GetByLabel(t["Link"])).ToHaveValueAsync("ftp://files.example/job");
        await Expect(page.GetByLabel(t["Comment"])).ToHaveValueAsync("<b>bold</b> & \"quoted\"");

        await summary.GetByRole(AriaRole.Link, new() { Name = t["Enter the position."] }).ClickAsync();
        await Expect(page.GetByLabel(t["Position"])).ToBeFocusedAsync();
    }

    [Fact]
    public async Task A_response_before_the_application_is_refused_at_its_field()
    {
        Expects(400);
        var person = await RegisterAsync();
        var row = await person.AddAsync(
            new
            {
                company = "Kestrel Maps",
                position = "Engineer",
                status = "applied",
            }
        );
        var page = await OpenAsync(person);

        await page.GotoAsync($"/applications/{row["id"]}/edit");
        await page.GetByLabel("Applied on").FillAsync("2026-03-10");
        await page.GetByLabel("First response").FillAsync("2026-03-09");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();

        await Expect(page.GetByLabel("First response"))
            .ToHaveAccessibleDescriptionAsync("The response cannot come before the application.");
        await Expect(page.GetByLabel("First response")).ToHaveValueAsync("2026-03-09");
        await Expect(page.GetByRole(AriaRole.Alert)).ToBeFocusedAsync();
    }

    [Fact]
    public async Task Registering_says_what_is_wrong_with_address_and_password_and_when_the_address_is_taken()
    {
        Expects(400);
        Expects(409);
        var somebody = await RegisterAsync();
        var page = await OpenAsync();

        await page.GotoAsync("/account/register");
        await page.GetByLabel("Name").FillAsync("Camille");
        await page.GetByLabel("E-mail").FillAsync("camille@nowhere");
        await page.GetByLabel("Password").FillAsync("short");
        await page.GetByRole(AriaRole.Button, new() { Name = "Create the account" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert).GetByRole(AriaRole.Link)).ToHaveCountAsync(2);
        await Expect(page.GetByLabel("E-mail")).ToHaveAccessibleDescriptionAsync("Enter an e-mail address, such as name@example.org.");
        await Expect(page.GetByLabel("Password")).ToHaveAttributeAsync("aria-invalid", "true");
        await Expect(page.GetByLabel("Name")).ToHaveValueAsync("Camille");

        await page.GetByLabel("E-mail").FillAsync(somebody.Email.ToUpperInvariant());
        await page.GetByLabel("Password").FillAsync("seven green bicycles");
        await page.GetByRole(AriaRole.Button, new() { Name = "Create the account" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("There is already an account with this e-mail address.");
    }
}
