using System.Text.Json.Nodes;
using JobTracker.Testing;

namespace JobTracker.Tests.Features.Statistics;

public sealed class StatisticsRoutesTests(SharedApp shared)
{
    private const string Path = "/api/statistics";

    [Fact]
    public async Task Every_route_says_what_the_overview_says()
    {
        using var user = await SomebodyAsync();
        const string period = "?from=2026-03-02&to=2026-03-22";
        var overview = await user.GetAsync($"{Path}/overview{period}");
        foreach (
            var (route, field) in (List<(string, string)>)[("dashboard", "dashboard"), ("response-rate", "response_rate"), ("flow", "flow")]
        )
            AssertSame(overview[field], await user.GetAsync($"{Path}/{route}{period}"));
        foreach (var route in (string[])["timeline", "by-status", "by-type", "by-method", "funnel", "activity"])
            AssertSame(overview[route.Replace('-', '_')], (await user.GetAsync($"{Path}/{route}{period}"))["items"]);
        Assert.Equal(21, overview["timeline"]!.AsArray().Count);
        Assert.Equal(2, overview["dashboard"]!["total"]!.GetValue<int>());
        Assert.Equal(2, overview["dashboard"]!["response_rate"]!["n"]!.GetValue<int>());
        Assert.Equal(0.5, overview["dashboard"]!["response_rate"]!["rate"]!.GetValue<double>());
        Assert.Equal(0, overview["previous"]!["last_30_days"]!.GetValue<int>());
        Assert.Equal("2026-03-02", overview["period"]!.Text("from"));
        AssertSame(
            JsonNode.Parse("""[{"date": "2026-03-01", "count": 2, "cumulative": 2}]"""),
            (await user.GetAsync($"{Path}/timeline{period}&interval=month"))["items"]
        );
    }

    [Fact]
    public async Task Nobody_elses_applications_and_no_deleted_ones_are_counted()
    {
        using var user = await SomebodyAsync();
        using var stranger = await shared.App.RegisterAsync();
        Assert.Equal("0", (await stranger.GetAsync($"{Path}/dashboard"))["total"]!.ToString());
        var before = await user.GetAsync($"{Path}/overview");
        var row = await user.AddAsync(
            new
            {
                company = "Gone",
                position = "Engineer",
                status = "offer",
            }
        );
        using var deleted = await user.SendAsync(HttpMethod.Delete, $"/api/applications/{row["id"]}");
        AssertSame(before, await user.GetAsync($"{Path}/overview"));
    }

    [Fact]
    public async Task Labels_are_in_the_callers_language()
    {
        using var user = await SomebodyAsync();
        user.Client.DefaultRequestHeaders.Add("Accept-Language", "fr");
        Assert.Equal("Brouillon", (await user.ItemsAsync($"{Path}/by-status"))[0].Text("label"));
        Assert.Equal("Non renseigné", (await user.ItemsAsync($"{Path}/by-type"))[^1].Text("label"));
        Assert.Equal("Envoyées", (await user.ItemsAsync($"{Path}/funnel"))[0].Text("label"));
    }

    [Theory]
    [InlineData("from=2026-11-21&to=2026-11-20", "to")]
    [InlineData("from=9999-12-31", "from")]
    [InlineData("to=9999-12-31", "to")]
    [InlineData("from=0001-01-01&to=0001-01-02", "from", "to")]
    [InlineData("from=2026-02-30", "from")]
    [InlineData("interval=year", "interval")]
    [InlineData("interval=day&from=1970-01-01&to=2100-12-31", "interval")]
    [InlineData("interval=day&from=1970-01-01", "interval")]
    [InlineData("interval=day&from=2000-01-01&to=2005-06-23", "interval")]
    public async Task What_cannot_be_answered_is_refused_by_field(string query, params string[] fields)
    {
        using var user = await shared.App.RegisterAsync();
        foreach (var route in (string[])["/api/statistics/overview", "/api/statistics/timeline", "/api/export/statistics/excel"])
        {
            using var answer = await user.Client.GetAsync($"{route}?{query}");
            await answer.RefusesAsync(fields);
        }
    }

    [Fact]
    public async Task Up_to_2000_points_are_drawn_and_a_refusal_speaks_the_callers_language()
    {
        using var user = await shared.App.RegisterAsync();
        Assert.Equal(2000, (await user.ItemsAsync($"{Path}/timeline?interval=day&from=2000-01-01&to=2005-06-22")).Count);
        Assert.Equal(1572, (await user.ItemsAsync($"{Path}/timeline?from=1970-01-01&to=2100-12-31")).Count);
        user.Client.DefaultRequestHeaders.Add("Accept-Language", "fr");
        using var answer = await user.Client.GetAsync($"{Path}/timeline?interval=day&from=1970-01-01");
        var problem = await answer.ProblemAsync(400, "invalid");
        Assert.StartsWith("Cela ferait plus de", problem["errors"]!["interval"]![0]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_figures_take_at_most_three_statements()
    {
        using var user = await SomebodyAsync();
        using var statements = new Statements();
        var sent = await statements.OfAsync(user.Client, $"{Path}/overview?from=2026-01-01&to=2026-06-30");
        Assert.InRange(sent.Count, 1, 3);
    }

    /// <summary>Somebody with two applications of March 2026, one of them rejected, and a draft.</summary>
    private async Task<TestUser> SomebodyAsync()
    {
        var user = await shared.App.RegisterAsync();
        await user.AddAsync();
        foreach (var status in (string[])["applied", "rejected"])
            await user.AddAsync(
                new
                {
                    company = "Kestrel Maps",
                    position = status,
                    status,
                    channel = "referral",
                    applied_on = "2026-03-05",
                }
            );
        return user;
    }

    private static void AssertSame(JsonNode? expected, JsonNode? actual) =>
        Assert.True(JsonNode.DeepEquals(expected, actual), $"Expected {expected}, got {actual}.");
}
