using JobTracker.Testing;

namespace JobTracker.Tests.Features.Applications;

public sealed class ListOrderTests(SharedApp shared)
{
    [Theory]
    [InlineData("applied_on", "asc", "A C B")]
    [InlineData("applied_on", "desc", "B C A")]
    [InlineData("due_on", "asc", "A C B")]
    [InlineData("due_on", "desc", "B C A")]
    public async Task Empty_dates_come_last_in_both_directions(string sort, string order, string dated)
    {
        using var user = await shared.App.RegisterAsync();
        await user.AddAsync(Facts.Of(("company", "N")));
        foreach (var (company, day) in new[] { ("A", "2026-01-01"), ("B", "2026-03-01"), ("C", "2026-02-01") })
            await user.AddAsync(Facts.Of(("company", company), (sort, day)));
        await user.AddAsync(Facts.Of(("company", "N")));
        Assert.Equal($"{dated} N N", await CompaniesAsync(user, $"sort={sort}&order={order}"));
    }

    [Theory]
    [InlineData("asc")]
    [InlineData("desc")]
    public async Task Equal_rows_are_ordered_by_id(string order)
    {
        using var user = await shared.App.RegisterAsync();
        for (var row = 0; row < 6; row++)
            await user.AddAsync(Facts.Of(("company", row % 2 == 0 ? "Same" : "SAME"), ("due_on", "2026-01-01")));
        foreach (var sort in new[] { "company", "due_on", "applied_on" })
        {
            var ids = (await user.ItemsAsync($"/api/applications?sort={sort}&order={order}")).Select(row => row.Text("id")!).ToArray();
            var sorted = ids.Order(StringComparer.Ordinal);
            Assert.Equal(order == "asc" ? sorted : sorted.Reverse(), ids);
        }
    }

    [Fact]
    public async Task Companies_are_ordered_without_regard_to_case_and_accents()
    {
        using var user = await shared.App.RegisterAsync();
        string[] inOrder = ["Abeille", "éclair", "Eclipse", "Écluse", "œuf", "Ofelia", "straße", "strassen", "Zoé"];
        foreach (var company in inOrder.OrderBy(name => name.Length).ThenBy(name => name, StringComparer.Ordinal))
            await user.AddAsync(Facts.Of(("company", company)));
        Assert.Equal(string.Join(' ', inOrder), await CompaniesAsync(user, "sort=company&order=asc"));
        Assert.Equal(string.Join(' ', inOrder.Reverse()), await CompaniesAsync(user, "sort=company&order=desc"));
        Assert.Equal(string.Join(' ', inOrder.Reverse()), await CompaniesAsync(user, "sort=company"));
    }

    [Fact]
    public async Task What_was_changed_last_comes_first_unless_another_order_is_asked_for()
    {
        using var user = await shared.App.RegisterAsync();
        var first = await user.AddAsync(Facts.Of(("company", "A")));
        await user.AddAsync(Facts.Of(("company", "B")));
        await user.AddAsync(Facts.Of(("company", "C")));
        Assert.Equal("C B A", await CompaniesAsync(user, ""));
        using var answer = await user.SendAsync(HttpMethod.Post, $"/api/applications/{first["id"]}/favorite");
        await answer.ReadAsync(200);
        Assert.Equal("A C B", await CompaniesAsync(user, ""));
        Assert.Equal("B C A", await CompaniesAsync(user, "order=asc"));
    }

    private static async Task<string> CompaniesAsync(TestUser user, string query) =>
        string.Join(' ', (await user.ItemsAsync($"/api/applications?{query}")).Select(row => row.Text("company")));
}
