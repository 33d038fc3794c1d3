using JobTracker.Testing;
using Microsoft.Playwright;

namespace JobTracker.BrowserTests.Journeys;

public sealed class FailureTests(Site site) : BrowserTest(site)
{
    [Theory]
    [InlineData("en", "There is nothing here")]
    [InlineData("fr", "Il n’y a rien ici")]
    public async Task Somebody_else_s_application_looks_exactly_like_one_that_never_was(string language, string title)
    {
        Expects(404);
        var owner = await RegisterAsync();
        var theirs = await owner.AddAsync();
        var page = await OpenAsync(await RegisterAsync(language));

        var shown = new List<string>();
        foreach (var id in new[] { theirs["id"]!.ToString(), Guid.CreateVersion7().ToString() })
        {
            var answer = await page.GotoAsync($"/applications/{id}");
            Assert.Equal(404, answer!.Status);
            await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(title);
            await page.Locator("main code").EvaluateAsync("code => code.remove()");
            shown.Add(await page.GetByRole(AriaRole.Main).InnerTextAsync());
        }
        Assert.Equal(shown[1], shown[0]);
        Assert.DoesNotContain("Kestrel", shown[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_address_has_a_way_back_for_visitors_and_for_people_who_are_signed_in()
    {
        Expects(404);
        var visitor = await OpenAsync();
        await visitor.GotoAsync("/no/such/page");
        await visitor.GetByRole(AriaRole.Link, new() { Name = "To the start page" }).ClickAsync();
        await Expect(visitor.GetByRole(AriaRole.Link, new() { Name = "Create an account" })).ToBeVisibleAsync();

        var page = await OpenAsync(await RegisterAsync());
        await page.GotoAsync("/applications/not-an-id");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "There is nothing here" })).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "To the start page" }).ClickAsync();
        await Expect(page).ToHaveURLAsync("/");
    }

    [Fact]
    public async Task A_sign_in_that_ended_elsewhere_leads_back_to_where_one_was()
    {
        var person = await RegisterAsync();
        var row = await person.AddAsync();
        var page = await OpenAsync(person);
        await page.GotoAsync("/applications");
        using var ended = await person.SendAsync(HttpMethod.Post, "/api/auth/logout-all");
        Assert.True(ended.IsSuccessStatusCode);

        await page.GotoAsync($"/applications/{row["id"]}/history");
        await page.GetByLabel("E-mail").FillAsync(person.Email);
        await page.GetByLabel("Password").FillAsync(TestUser.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();

        await Expect(page).ToHaveURLAsync($"/applications/{row["id"]}/history");
    }

    [Fact]
    public async Task When_a_swap_fails_the_page_stays_and_says_so()
    {
        Expects(500);
        var person = await RegisterAsync();
        await person.AddAsync();
        var page = await OpenAsync(person);
        await page.RouteAsync(
            address => address.Contains("handler=Favorite", StringComparison.Ordinal),
            route => route.FulfillAsync(new() { Status = 500, Body = "" })
        );
        await page.GotoAsync("/applications");
        var star = page.GetByRole(AriaRole.Button, new() { Name = "Favourite: Kestrel Maps" });

        await star.ClickAsync();

        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("That did not work. Nothing was changed: please try again.");
        await Expect(star).ToHaveAttributeAsync("aria-pressed", "false");
    }
}
