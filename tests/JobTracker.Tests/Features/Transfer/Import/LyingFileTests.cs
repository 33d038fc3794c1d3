using System.Text;
using System.Text.Json.Nodes;
using JobTracker.Testing;

namespace JobTracker.Tests.Features.Transfer.Import;

/// <summary>Files that say one thing and hold another: what was judged is what is written.</summary>
public sealed class LyingFileTests(SharedApp shared)
{
    private static readonly string[] Heading =
    [
        "Entreprise",
        "Poste",
        "Type",
        "Lieu",
        "Moyen",
        "Date Candidature",
        "Lien",
        "Statut",
        "Date Réponse",
        "Commentaire",
        "Favori",
    ];

    [Fact]
    public async Task Of_two_rows_with_one_number_the_one_that_keeps_the_rules_is_written()
    {
        using var user = await shared.App.RegisterAsync();
        var bad = Workbooks.Row(5, "Bad", "Engineer", "", "", "", "2026-01-05", "javascript:alert(1)", "pending", "", "", "Non");
        var good = Workbooks.Row(5, "Good", "Engineer", "", "", "", "2026-01-05", "https://example.org/1", "pending", "", "", "Non");
        var report = await user.ImportAsync(Workbooks.Of(Workbooks.Row(1, Heading) + bad + good), "skip_errors=true");
        Assert.Equal((1, 1), (report.Number("added"), report.Number("error_count")));
        Assert.Equal("Good", Assert.Single(await user.ItemsAsync("/api/applications")).Text("company"));
    }

    [Theory]
    [InlineData("name", "../../cv.pdf")]
    [InlineData("created_at", "9999-01-01T00:00:00Z")]
    public async Task A_document_with_a_name_or_a_time_that_no_upload_has_is_an_error(string field, string value)
    {
        using var user = await shared.App.RegisterAsync();
        var document = new RandomAccount(8).Create();
        var application = document["applications"]![0]!;
        application["files"] = new JsonArray(
            new JsonObject
            {
                ["id"] = Guid.CreateVersion7().ToString(),
                ["name"] = "cv.txt",
                ["media_type"] = "text/plain",
                ["size"] = 5,
                ["path"] = "files/1/cv.txt",
                ["created_at"] = "2026-01-05T08:00:00Z",
            }
        );
        application["files"]![0]![field] = value;
        var report = await user.ImportAsync(Workbooks.Archive(("jobtracker.json", document.ToJsonString()), ("files/1/cv.txt", "Hello")));
        Assert.NotEmpty(report.ErrorsOf());
        Assert.Empty(await user.ItemsAsync("/api/applications"));
    }

    [Fact]
    public async Task A_session_that_begins_in_the_future_is_an_error()
    {
        using var user = await shared.App.RegisterAsync();
        const string file = """
            {"format": "jobtracker", "format_version": 1, "writing": [], "applications": [],
             "search_sessions": [{"id": "019e0b6f-1c2d-7e3f-8a4b-5c6d7e8f9a0b", "started_at": "2100-01-01T00:00:00Z", "entries": []}]}
            """;
        Assert.Single((await user.ImportAsync(file)).ErrorsOf());
        Assert.Empty(await user.ItemsAsync("/api/search-sessions"));
    }

    [Theory]
    [InlineData("""{"columns": {"company": null, "position": "b"}}""")]
    [InlineData("""{"columns": {"company": "a", "position": "b"}, "delimiter": "é"}""")]
    public async Task A_mapping_that_means_nothing_is_no_bug(string mapping)
    {
        using var user = await shared.App.RegisterAsync();
        using var form = new MultipartFormDataContent
        {
            { new StringContent(mapping, Encoding.UTF8, "application/json"), "mapping" },
            { new ByteArrayContent("a,b\nKestrel Maps,Engineer\n"u8.ToArray()), "file", "list.csv" },
        };
        using var answer = await user.Client.PostAsync("/api/import?dry_run=true", form);
        Assert.InRange((int)answer.StatusCode, 200, 499);
    }
}
