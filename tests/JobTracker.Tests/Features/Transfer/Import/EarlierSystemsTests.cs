using System.Text;
using System.Text.Json.Nodes;
using JobTracker.Testing;

namespace JobTracker.Tests.Features.Transfer.Import;

public sealed class EarlierSystemsTests(SharedApp shared)
{
    [Fact]
    public async Task The_saas_documents_answers_become_statuses_with_their_days()
    {
        using var user = await shared.App.RegisterAsync();
        var report = await user.ImportAsync(EarlierSystems.SaasJson);
        Assert.Equal(
            ("saas_json", 5, 5, 0),
            (report.Text("format"), report.Number("rows"), report.Number("added"), report.Number("error_count"))
        );
        var rows = await ApplicationsAsync(user);

        Assert.Equal(
            [
                ("=1+1", "applied", "2026-03-20", null),
                ("Crédit Mutuel Arkéa", "interview", "2026-03-02", "2026-03-09"),
                ("Naval Group", "screening", "2026-01-05", "2026-01-12"),
                ("Radio-Canada", "no_response", "2025-12-31", null),
                ("Ville de Quimper", "withdrawn", "2026-02-10", "2026-02-14"),
            ],
            rows.Select(row => (row.Text("company")!, row.Text("status")!, row.Text("applied_on"), row.Text("responded_on")))
        );
        var first = rows.Single(row => row.Text("company") == "Crédit Mutuel Arkéa");
        Assert.True(first["is_favorite"]!.GetValue<bool>());
        Assert.Equal(
            [("applied", "2026-03-02"), ("interview", "2026-03-09")],
            (await user.ItemsAsync($"/api/applications/{first.Text("id")}/history")).Select(entry =>
                (entry.Text("to_status")!, entry.Text("occurred_on")!)
            )
        );
        var interviews = await user.ItemsAsync($"/api/interviews?application_id={first.Text("id")}");
        Assert.Equal(
            [("hr", "video", "completed", "2026-03-16T13:30:00Z"), ("technical", "in_person", "cancelled", "2026-03-30T08:00:00Z")],
            interviews.Select(each => (each.Text("type")!, each.Text("format")!, each.Text("status")!, each.Text("starts_at")!)).Order()
        );
        Assert.Equal("https://carrieres.example/rc/5", rows.Single(row => row.Text("company") == "Radio-Canada").Text("link"));
    }

    [Fact]
    public async Task The_saas_table_comes_in_with_quotes_delimiters_and_line_breaks_in_its_cells()
    {
        using var user = await shared.App.RegisterAsync();
        Assert.Equal(3, (await user.ImportAsync(EarlierSystems.SaasCsv)).Number("added"));
        var row = (await ApplicationsAsync(user)).Single(each => each.Text("status") == "rejected");
        Assert.Equal(("L'Oréal; pôle R&D", "Stage \"parfums\""), (row.Text("company"), row.Text("position")));
        Assert.Equal("deux\nlignes", (await user.GetAsync($"/api/applications/{row.Text("id")}")).Text("comment"));
    }

    [Fact]
    public async Task The_session_trackers_lines_become_applications_with_links_as_they_were_meant()
    {
        using var user = await shared.App.RegisterAsync();
        var longMission =
            EarlierSystems.SessionCsv + $"Long,Nantes,{string.Join(' ', Enumerable.Repeat("mission", 60))},,2026-02-12 10:00:00\n";
        Assert.Equal(4, (await user.ImportAsync(longMission)).Number("added"));
        var rows = await ApplicationsAsync(user);
        Assert.Equal(
            ["https://emplois.example/3ds?id=9", null, "https://carrieres.example/ovh/77", "https://www.emplois.example/thales/9"],
            rows.Select(row => row.Text("link"))
        );
        Assert.Equal(["Vélizy", "Nantes", "Roubaix", "Cannes"], rows.Select(row => row.Text("location")));
        Assert.All(rows, row => Assert.Equal("applied", row.Text("status")));
        var cut = await user.GetAsync($"/api/applications/{rows[1].Text("id")}");
        Assert.InRange(cut.Text("position")!.Length, 150, 200);
        Assert.Equal(60, (cut.Text("position") + cut.Text("comment")).Split("mission").Length - 1);
    }

    [Theory]
    [InlineData(EarlierSystems.SaasJson)]
    [InlineData(EarlierSystems.SaasCsv)]
    [InlineData(EarlierSystems.SessionCsv)]
    public async Task The_same_file_twice_adds_nothing(string file)
    {
        using var user = await shared.App.RegisterAsync();
        var first = await user.ImportAsync(file);
        var dry = await user.ImportAsync(file, "dry_run=true");
        var again = await user.ImportAsync(file);
        Assert.Equal((0, 0, first.Number("added")), (dry.Number("would_add"), again.Number("added"), again.Number("duplicates")));
        Assert.Equal(first.Number("added"), (await ApplicationsAsync(user)).Count);
    }

    [Fact]
    public async Task A_row_that_stands_in_a_foreign_file_twice_comes_in_once()
    {
        using var user = await shared.App.RegisterAsync();
        var line = EarlierSystems.SessionCsv.Split('\n')[1];
        var report = await user.ImportAsync(EarlierSystems.SessionCsv + line + "\n");
        Assert.Equal((3, 1), (report.Number("added"), report.Number("duplicates")));
    }

    [Fact]
    public async Task Old_encodings_are_read_as_they_were_meant()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        foreach (var encoding in (Encoding[])[Encoding.GetEncoding(1252), Encoding.Unicode, Encoding.BigEndianUnicode, Encoding.UTF8])
        {
            using var user = await shared.App.RegisterAsync();
            var report = await user.ImportAsync([.. encoding.GetPreamble(), .. encoding.GetBytes(EarlierSystems.SaasCsv)]);
            Assert.Equal(3, report.Number("added"));
            Assert.Contains("Crédit Mutuel Arkéa", (await ApplicationsAsync(user)).Select(row => row.Text("company")));
        }
    }

    private static Task<IReadOnlyList<JsonNode>> ApplicationsAsync(TestUser user) =>
        user.ItemsAsync("/api/applications?sort=company&order=asc&limit=100");
}
