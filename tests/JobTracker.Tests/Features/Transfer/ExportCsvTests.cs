using System.Text;
using System.Text.Json;
using JobTracker.Testing;
using JobTracker.Tests.Features.Applications;

namespace JobTracker.Tests.Features.Transfer;

public sealed class ExportCsvTests(SharedApp shared)
{
    private const string Heading =
        "id,company,position,employment_type,location,channel,link,salary,contact,status,due_on,applied_on,responded_on,follow_up_on,"
        + "last_follow_up_on,comment,posting,posting_captured_at,is_favorite,created_at,updated_at,history\r\n";

    private const string Script = """
        import csv, io, json, sys
        text = io.TextIOWrapper(sys.stdin.buffer, encoding="utf-8-sig", newline="")
        print(json.dumps(list(csv.DictReader(text, strict=True))))
        """;

    [Fact]
    public async Task It_is_text_that_a_spreadsheet_opens_by_itself()
    {
        using var user = await shared.App.RegisterAsync();
        await user.AddAsync(Facts.Full());
        using var answer = await user.Client.GetAsync(Exports.Csv);
        Assert.Equal("text/csv; charset=utf-8", answer.Content.Headers.ContentType?.ToString());
        var bytes = await answer.Content.ReadAsByteArrayAsync();
        Assert.Equal(Encoding.UTF8.Preamble.ToArray(), bytes[..3]);
        var text = Encoding.UTF8.GetString(bytes[3..]);
        Assert.StartsWith(Heading, text, StringComparison.Ordinal);
        Assert.EndsWith("\r\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_field_stands_in_its_column_as_the_contract_writes_it()
    {
        using var user = await shared.App.RegisterAsync();
        var row = await user.AddAsync(Facts.Full());
        var cells = Assert.Single(await ReadAsync(user));
        foreach (var (name, value) in cells.Where(cell => cell.Key != "history"))
            Assert.Equal(row.Text(name) ?? "", value);
    }

    [Theory]
    [InlineData("=HYPERLINK(\"https://evil.example\")")]
    [InlineData("+33 6 12 34 56 78")]
    [InlineData("-1+1|cmd")]
    [InlineData("@SUM(A1)")]
    [InlineData("'already so")]
    public async Task A_cell_that_would_run_as_a_formula_gets_an_apostrophe(string contact)
    {
        using var user = await shared.App.RegisterAsync();
        await user.AddAsync(Facts.Of(("contact", contact), ("comment", "says \"no\", twice\r\nand again; = not first")));
        var cells = Assert.Single(await ReadAsync(user));
        Assert.Equal("'" + contact, cells["contact"]);
        Assert.Equal("says \"no\", twice\nand again; = not first", cells["comment"].ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task The_history_is_one_cell_that_can_be_read_back()
    {
        using var user = await shared.App.RegisterAsync();
        var id = (await user.AddAsync(Facts.Of(("status", "draft")))).Text("id");
        var first = (await user.ItemsAsync($"/api/applications/{id}/history"))[0].Text("id");
        using var moved = await user.SendAsync(
            HttpMethod.Patch,
            $"/api/applications/{id}/history/{first}",
            new { occurred_on = "2026-02-01" }
        );
        await moved.ReadAsync(200);
        await ChangeAsync("applied", "2026-02-03", "by mail; \"at last\"");
        await ChangeAsync("rejected", "2026-02-09", note: null);
        var cells = Assert.Single(await ReadAsync(user));
        Assert.Equal("2026-02-01 draft; 2026-02-03 applied \"by mail; \"\"at last\"\"\"; 2026-02-09 rejected", cells["history"]);

        async Task ChangeAsync(string status, string day, string? note)
        {
            using var answer = await user.SendAsync(
                HttpMethod.Post,
                $"/api/applications/{id}/status",
                new
                {
                    status,
                    occurred_on = day,
                    note,
                }
            );
            await answer.ReadAsync(200);
        }
    }

    /// <summary>Rows by the names of their columns, as another library reads them.</summary>
    private static async Task<List<Dictionary<string, string>>> ReadAsync(TestUser user)
    {
        var read = await Python.RunAsync(Script, "csv", "python3", await user.Client.GetByteArrayAsync(Exports.Csv));
        return JsonSerializer.Deserialize<List<Dictionary<string, string>>>(read)!;
    }
}
