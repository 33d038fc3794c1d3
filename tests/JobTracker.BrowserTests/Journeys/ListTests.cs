using JobTracker.Testing;
using Microsoft.Playwright;

namespace JobTracker.BrowserTests.Journeys;

public sealed class ListTests(Site site) : BrowserTest(site)
{
    [Fact]
    public async Task The_list_follows_what_is_typed_and_so_do_the_address_and_the_back_button()
    {
        var page = await OpenAsync(await WithSomeAsync());
        var rows = Rows(page);
        var filter = page.GetByLabel("Filter by company, position, city");

        await page.GotoAsync("/applications");
        await Expect(rows).ToHaveCountAsync(3);
        await filter.PressSequentiallyAsync("etoile");
        await Expect(rows).ToHaveCountAsync(1);
        await Expect(rows.First).ToContainTextAsync("Étoile Mécanique");
        await Expect(page).ToHaveURLAsync("/applications?q=etoile");
        await Expect(filter).ToBeFocusedAsync();

        await filter.FillAsync("nothing of the sort");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Nothing matches" })).ToBeVisibleAsync();

        await page.GoBackAsync();
        await Expect(page).ToHaveURLAsync("/applications?q=etoile");
        await Expect(rows).ToHaveCountAsync(1);
        await Expect(filter).ToHaveValueAsync("etoile");
        await page.GoForwardAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Show all" }).ClickAsync();
        await Expect(rows).ToHaveCountAsync(3);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Filters_add_up_and_go_one_by_one(bool javaScript)
    {
        var page = await OpenAsync(await WithSomeAsync(), new Visit { JavaScript = javaScript });
        var rows = Rows(page);
        var chips = page.GetByRole(AriaRole.Search, new() { Name = "Filter applications" });

        await page.GotoAsync("/applications");
        await chips.Locator("summary").Filter(new() { HasText = "Status" }).ClickAsync();
        await chips.GetByRole(AriaRole.Link, new() { Name = "Applied" }).ClickAsync();
        await Expect(rows).ToHaveCountAsync(2);
        await chips.Locator("summary").Filter(new() { HasText = "Type" }).ClickAsync();
        await chips.GetByRole(AriaRole.Link, new() { Name = "Internship" }).ClickAsync();
        await Expect(rows).ToHaveCountAsync(1);
        await Expect(page).ToHaveURLAsync("/applications?status=applied&employment_type=stage");

        await chips.GetByRole(AriaRole.Link, new() { Name = "Applied" }).ClickAsync();
        await Expect(page).ToHaveURLAsync("/applications?employment_type=stage");
        await chips.GetByRole(AriaRole.Link, new() { Name = "Clear" }).ClickAsync();
        await Expect(rows).ToHaveCountAsync(3);

        await chips.GetByRole(AriaRole.Link, new() { Name = "Favourites" }).ClickAsync();
        await Expect(rows).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task What_is_typed_keeps_the_filters_that_are_on()
    {
        var page = await OpenAsync(await WithSomeAsync());

        await page.GotoAsync("/applications?status=applied");
        await page.GetByLabel("Filter by company, position, city").FillAsync("e");
        await Expect(page).ToHaveURLAsync("/applications?q=e&status=applied");
        await Expect(Rows(page)).ToHaveCountAsync(2);
    }

    [Fact]
    public async Task A_column_sorts_and_sorts_the_other_way()
    {
        var page = await OpenAsync(await WithSomeAsync());
        var names = page.Locator("tbody .name");
        var header = page.GetByRole(AriaRole.Columnheader, new() { Name = "Company and position" });

        await page.GotoAsync("/applications");
        await header.GetByRole(AriaRole.Link).ClickAsync();
        await Expect(names).ToHaveTextAsync(["Alder Health", "Étoile Mécanique", "Zéphyr"]);
        await Expect(header).ToHaveAttributeAsync("aria-sort", "ascending");
        await header.GetByRole(AriaRole.Link).ClickAsync();
        await Expect(names).ToHaveTextAsync(["Zéphyr", "Étoile Mécanique", "Alder Health"]);
        await Expect(header).ToHaveAttributeAsync("aria-sort", "descending");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Pages_show_every_row_once(bool javaScript)
    {
        var person = await RegisterAsync();
        foreach (var number in Enumerable.Range(1, 32))
            await person.AddAsync(new { company = $"Company {number:00}", position = "Developer" });
        var page = await OpenAsync(person, new Visit { JavaScript = javaScript });
        var names = page.Locator("tbody .name");

        await page.GotoAsync("/applications?sort=company&order=asc");
        await Expect(names).ToHaveCountAsync(25);
        var seen = await names.AllInnerTextsAsync();
        await Expect(page.GetByText("25 of 32 shown")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Next", Exact = true }).ClickAsync();
        await Expect(names).ToHaveCountAsync(7);
        seen = [.. seen, .. await names.AllInnerTextsAsync()];
        Assert.Equal(Enumerable.Range(1, 32).Select(number => $"Company {number:00}"), seen);

        await page.GoBackAsync();
        await Expect(names.First).ToHaveTextAsync("Company 01");
    }

    private static ILocator Rows(IPage page) => page.Locator("tbody").GetByRole(AriaRole.Row);

    private async Task<TestUser> WithSomeAsync()
    {
        var person = await RegisterAsync();
        await person.AddAsync(
            new
            {
                company = "Zéphyr",
                position = "Stage web",
                status = "applied",
                employment_type = "stage",
            }
        );
        await person.AddAsync(
            new
            {
                company = "Étoile Mécanique",
                position = "Ingénieure",
                status = "applied",
                employment_type = "cdi",
            }
        );
        await person.AddAsync(
            new
            {
                company = "Alder Health",
                position = "Intern",
                employment_type = "stage",
                is_favorite = true,
            }
        );
        return person;
    }
}
