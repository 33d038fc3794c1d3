using System.Text;
using JobTracker.Testing;
using JobTracker.Tests.Architecture;

namespace JobTracker.Tests.Features.Transfer.Import;

public sealed class ImportLimitsTests(SharedApp shared)
{
    [Fact]
    public async Task Places_are_taken_all_at_once_or_as_many_as_there_are()
    {
        await using var app = shared.App.StartAnother(("Quotas:MaxApplicationsPerUser", "2"));
        using var user = await app.RegisterAsync();
        using var refused = await user.SendImportAsync(Encoding.UTF8.GetBytes(EarlierSystems.SessionCsv));
        var problem = await refused.ReadAsync(403);
        Assert.Equal(("quota_exceeded", 2, 0), (problem.Text("code"), problem.Number("limit"), problem.Number("used")));
        Assert.Empty(await user.ItemsAsync("/api/applications"));

        var report = await user.ImportAsync(EarlierSystems.SessionCsv, "fit_quota=true");
        Assert.Equal((2, 1), (report.Number("added"), report.Number("skipped_by_quota")));
        Assert.Equal(
            ["Dassault, Systèmes", "Thalès Alenia"],
            (await user.ItemsAsync("/api/applications?sort=company&order=asc")).Select(row => row.Text("company"))
        );
    }

    [Fact]
    public async Task Two_processes_that_import_at_once_never_go_over_the_limit_nor_add_the_same_twice()
    {
        await using var one = shared.App.StartAnother(("Quotas:MaxApplicationsPerUser", "40"));
        await using var two = shared.App.StartAnother(("Quotas:MaxApplicationsPerUser", "40"));
        using var user = await one.RegisterAsync();
        using var there = user.On(two);
        var same = Encoding.UTF8.GetBytes(Lines("Same", 30));
        var answers = await Task.WhenAll(user.SendImportAsync(same), user.SendImportAsync(same, client: there));
        Assert.Equal(
            [0, 30],
            (await Task.WhenAll(answers.Select(answer => answer.ReadAsync(200)))).Select(report => report.Number("added")).Order()
        );

        var (left, right) = (Encoding.UTF8.GetBytes(Lines("Left", 9)), Encoding.UTF8.GetBytes(Lines("Right", 9)));
        var more = await Task.WhenAll(user.SendImportAsync(left, "fit_quota=true"), user.SendImportAsync(right, "fit_quota=true", there));
        Assert.Equal(10, (await Task.WhenAll(more.Select(answer => answer.ReadAsync(200)))).Sum(report => report.Number("added")));
        Assert.Equal(40, (await user.GetAsync("/meta"))["usage"]!["applications"]!.GetValue<int>());
        foreach (var answer in answers.Concat(more))
            answer.Dispose();
    }

    [Fact]
    public async Task A_dry_run_says_what_would_come_and_writes_nothing()
    {
        using var user = await shared.App.RegisterAsync();
        var report = await user.ImportAsync(EarlierSystems.SaasJson, "dry_run=true");
        Assert.Equal((5, 0), (report.Number("would_add"), report.Number("added")));
        Assert.Empty(await user.ItemsAsync("/api/applications"));
        Assert.Equal(0, (await user.GetAsync("/meta"))["usage"]!["applications"]!.GetValue<int>());
    }

    [Fact]
    public async Task Ids_that_deleted_rows_still_have_are_given_anew()
    {
        using var owner = await Possessions.CreateAsync(shared.App);
        var file = await owner.User.ExportAsync();
        var before = await owner.User.DocumentAsync();
        using (var gone = await owner.User.SendAsync(HttpMethod.Delete, $"/api/applications/{owner.Ids["/api/applications/{id:guid}"]}"))
            await gone.ReadAsync(204);
        var report = await owner.User.ImportAsync(file);
        Assert.Equal(1, report.Number("added"));
        var after = await owner.User.DocumentAsync();
        Assert.NotEqual(before, after);
        Assert.Equal(Shape(before), Shape(after));
    }

    [Fact]
    public async Task The_profile_is_taken_over_only_when_that_is_asked_for_and_never_the_address()
    {
        using var owner = await shared.App.RegisterAsync();
        using var change = await owner.SendAsync(
            HttpMethod.Put,
            "/api/auth/update-profile",
            new
            {
                full_name = "Ada Lovelace",
                time_zone = "Europe/Paris",
                locale = "fr",
                follow_up_days = 21,
            }
        );
        await change.ReadAsync(200);
        var file = await owner.ExportAsync();
        using var other = await shared.App.RegisterAsync();
        await other.ImportAsync(file);
        Assert.NotEqual(21, (await other.GetAsync("/api/auth/me")).Number("follow_up_days"));
        await other.ImportAsync(file, "take_profile=true");
        var me = await other.GetAsync("/api/auth/me");
        Assert.Equal(("Ada Lovelace", 21, other.Email), (me.Text("full_name"), me.Number("follow_up_days"), me.Text("email")));
    }

    [Fact]
    public async Task Any_other_table_comes_in_as_its_columns_are_said_to_mean()
    {
        using var user = await shared.App.RegisterAsync();
        const string file = "Firma;Stelle;Wann;Antwort\nGrünwerk;Praktikum;28.04.2026;Refus\nBlau;Arbeit;03.04.2026;\n";
        using var unsaid = await user.SendImportAsync(Encoding.UTF8.GetBytes(file));
        Assert.NotNull((await unsaid.ReadAsync(400))["errors"]!["mapping"]);
        using var form = new MultipartFormDataContent
        {
            {
                new StringContent("""{"columns": {"company": "Firma", "position": "Stelle", "applied_on": "Wann", "status": "Antwort"}}"""),
                "mapping"
            },
            { new ByteArrayContent(Encoding.UTF8.GetBytes(file)), "file", "x.csv" },
        };
        using var answer = await user.Client.PostAsync("/api/import", form);
        Assert.Equal(
            ("other_table", 2),
            (await answer.ReadAsync(200)) is var report ? (report.Text("format"), report.Number("added")) : default
        );
        Assert.Equal(
            [("Blau", "applied", "2026-04-03"), ("Grünwerk", "rejected", "2026-04-28")],
            (await user.ItemsAsync("/api/applications?sort=company&order=asc")).Select(row =>
                (row.Text("company"), row.Text("status"), row.Text("applied_on"))
            )
        );
    }

    /// <summary>A document with every id replaced by its length.</summary>
    private static string Shape(string document) =>
        System.Text.RegularExpressions.Regex.Replace(
            document,
            "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}",
            "id",
            System.Text.RegularExpressions.RegexOptions.ExplicitCapture,
            TimeSpan.FromSeconds(1)
        );

    private static string Lines(string company, int count) =>
        "company,city,mission,link,date\n"
        + string.Concat(Enumerable.Range(1, count).Select(at => $"{company} {at},Brest,Stage,,2026-02-11\n"));
}
