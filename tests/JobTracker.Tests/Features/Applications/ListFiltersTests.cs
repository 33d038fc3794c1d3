using JobTracker.Testing;

namespace JobTracker.Tests.Features.Applications;

public sealed class ListFiltersTests(SharedApp shared)
{
    [Theory]
    [InlineData("status=draft", "A")]
    [InlineData("status=applied&status=rejected", "B D")]
    [InlineData("response=pending", "A B")]
    [InlineData("response=positive", "C")]
    [InlineData("response=negative", "D")]
    [InlineData("response=no_response", "E")]
    [InlineData("response=cancelled", "F")]
    [InlineData("employment_type=stage", "B C")]
    [InlineData("channel=pole_emploi", "C")]
    [InlineData("favorite=true", "A C")]
    [InlineData("favorite=false", "B D E F")]
    [InlineData("applied_from=2026-02-01", "C D")]
    [InlineData("applied_to=2026-02-01", "B C")]
    [InlineData("applied_from=2026-02-01&applied_to=2026-02-01", "C")]
    [InlineData("employment_type=stage&favorite=true", "C")]
    [InlineData("status=applied&response=positive", "")]
    [InlineData("q=a&status=draft", "A")]
    [InlineData("", "A B C D E F")]
    public async Task A_filter_leaves_the_rows_that_it_names(string query, string expected)
    {
        using var user = await shared.App.RegisterAsync();
        await user.AddAsync(Facts.Of(("company", "A"), ("is_favorite", true)));
        await user.AddAsync(Facts.Of(("company", "B"), ("status", "applied"), ("applied_on", "2026-01-31"), ("employment_type", "stage")));
        await user.AddAsync(
            Facts.Of(
                ("company", "C"),
                ("status", "offer"),
                ("applied_on", "2026-02-01"),
                ("employment_type", "stage"),
                ("channel", "pole_emploi"),
                ("is_favorite", true)
            )
        );
        await user.AddAsync(Facts.Of(("company", "D"), ("status", "rejected"), ("applied_on", "2026-02-02")));
        await user.AddAsync(Facts.Of(("company", "E"), ("status", "no_response"), ("employment_type", "cdi")));
        await user.AddAsync(Facts.Of(("company", "F"), ("status", "withdrawn"), ("channel", "other")));

        var list = await user.GetAsync($"/api/applications?sort=company&order=asc&count=true&{query}");
        Assert.Equal(expected, string.Join(' ', list["items"]!.AsArray().Select(row => row!.Text("company"))));
        Assert.Equal(list["items"]!.AsArray().Count, list["total"]!.GetValue<int>());
    }

    [Fact]
    public async Task A_list_shows_no_long_text_and_counts_only_when_asked()
    {
        using var user = await shared.App.RegisterAsync();
        var added = await user.AddAsync(Facts.Full());
        var list = await user.GetAsync("/api/applications");
        var row = Assert.Single(list["items"]!.AsArray())!.AsObject();
        Assert.DoesNotContain("comment", row.Select(field => field.Key));
        Assert.DoesNotContain("posting", row.Select(field => field.Key));
        foreach (var (field, value) in row)
            Assert.Equal(added[field]?.ToJsonString(), value?.ToJsonString());
        Assert.Null(list["next_cursor"]);
        Assert.False(list["total"] is not null);
    }

    [Fact]
    public async Task The_count_is_of_all_rows_that_match_and_not_of_the_page()
    {
        using var user = await shared.App.RegisterAsync();
        for (var row = 0; row < 5; row++)
            await user.AddAsync(Facts.Of(("is_favorite", row % 2 == 0)));
        var page = await user.GetAsync("/api/applications?limit=2&count=true&favorite=true");
        Assert.Equal(2, page["items"]!.AsArray().Count);
        Assert.Equal(3, page["total"]!.GetValue<int>());
        var next = await user.GetAsync($"/api/applications?limit=2&count=true&favorite=true&cursor={page["next_cursor"]}");
        Assert.Equal(3, next["total"]!.GetValue<int>());
    }

    [Theory]
    [InlineData("limit=0", "limit")]
    [InlineData("limit=101", "limit")]
    [InlineData("limit=-1", "limit")]
    [InlineData("limit=abc", "limit")]
    [InlineData("limit=99999999999", "limit")]
    [InlineData("limit=1&limit=2", "limit")]
    [InlineData("count=yes", "count")]
    [InlineData("favorite=1", "favorite")]
    [InlineData("status=positive", "status")]
    [InlineData("status=draft&status=3", "status")]
    [InlineData("response=good", "response")]
    [InlineData("employment_type=CDI", "employment_type")]
    [InlineData("channel=pigeon", "channel")]
    [InlineData("applied_from=2026-13-01", "applied_from")]
    [InlineData("applied_from=1969-12-31", "applied_from")]
    [InlineData("applied_to=tomorrow", "applied_to")]
    [InlineData("applied_from=2026-02-02&applied_to=2026-02-01", "applied_to")]
    [InlineData("sort=salary", "sort")]
    [InlineData("order=up", "order")]
    [InlineData("q=%00", "q")]
    public async Task A_value_that_means_nothing_is_refused_by_its_name(string query, string parameter)
    {
        using var user = await shared.App.RegisterAsync();
        using var answer = await user.Client.GetAsync($"/api/applications?{query}");
        await answer.RefusesAsync(parameter);
    }

    [Fact]
    public async Task Search_text_is_at_most_200_characters()
    {
        using var user = await shared.App.RegisterAsync();
        await user.GetAsync($"/api/applications?q={new string('x', 200)}");
        using var answer = await user.Client.GetAsync($"/api/applications?q={new string('x', 201)}");
        await answer.RefusesAsync("q");
    }
}
