using System.Text.Json.Nodes;
using JobTracker.Features.Shared.Spreadsheets;
using JobTracker.Testing;

namespace JobTracker.Tests.Features.Statistics;

/// <summary>The workbook as another program reads it: openpyxl, which knows nothing of the library that wrote it.</summary>
public sealed class WorkbookTests(SharedApp shared)
{
    private const string Path = "/api/export/statistics/excel";

    // Every cell with its type, and what makes a sheet readable.
    private const string Script = """
        import datetime, io, json, sys
        import openpyxl
        def shown(cell):
            value = cell.value.date().isoformat() if isinstance(cell.value, datetime.datetime) else cell.value
            return [cell.data_type, value, cell.number_format]
        book = openpyxl.load_workbook(io.BytesIO(sys.stdin.buffer.read()))
        print(json.dumps([{
            "name": sheet.title, "frozen": sheet.freeze_panes, "bold": all(cell.font.b for cell in sheet[1]),
            "widths": [sheet.column_dimensions[cell.column_letter].width for cell in sheet[1]],
            "rows": [[shown(cell) for cell in row] for row in sheet.rows]} for sheet in book]))
        """;

    [Fact]
    public async Task Every_sheet_has_its_heading_and_real_numbers_percentages_and_days()
    {
        using var user = await SomebodyAsync();
        using var answer = await user.Client.GetAsync($"{Path}?from=2026-03-01&to=2026-03-31&interval=week");
        Assert.Equal("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", answer.Content.Headers.ContentType?.MediaType);
        Assert.Matches(@"^jobtracker-statistics-20\d\d-\d\d-\d\d\.xlsx$", answer.Content.Headers.ContentDisposition?.FileNameStar ?? "");
        var sheets = await OpenAsync(await answer.Content.ReadAsByteArrayAsync());
        Assert.Equal(
            ["Overview", "Over time", "By status", "By contract", "By channel", "Funnel"],
            sheets.Select(sheet => sheet.Text("name"))
        );
        foreach (var sheet in sheets)
        {
            Assert.Equal(("A2", "true"), (sheet.Text("frozen"), sheet.Text("bold")));
            Assert.All(sheet["widths"]!.AsArray(), width => Assert.InRange(width!.GetValue<double>(), 10, 60));
            Assert.All(sheet["rows"]![0]!.AsArray(), cell => Assert.Equal("s", cell![0]!.GetValue<string>()));
        }
        Assert.Equal(("d", "2026-03-01"), Cell(sheets[0], 1, 1));
        Assert.Equal(("n", "2"), Cell(sheets[0], 3, 1));
        Assert.Equal(("n", "0.5"), Cell(sheets[0], 15, 1));
        Assert.Equal("0.0%", sheets[0]["rows"]![15]![1]![2]!.GetValue<string>());
        Assert.Equal(("n", "4"), Cell(sheets[0], 18, 1));
        Assert.Equal(("d", "2026-03-02"), Cell(sheets[1], 2, 0));
        Assert.Equal(("n", "2"), Cell(sheets[1], 2, 2));
        Assert.Equal(("s", "Draft"), Cell(sheets[2], 1, 0));
        Assert.Equal(("n", "2"), Cell(sheets[5], 1, 1));
        Assert.Equal(("n", null), Cell(sheets[5], 1, 2));
    }

    [Fact]
    public async Task Names_and_headings_are_in_the_readers_language()
    {
        using var user = await SomebodyAsync();
        user.Client.DefaultRequestHeaders.Add("Accept-Language", "fr");
        var sheets = await OpenAsync(await user.Client.GetByteArrayAsync(Path));
        Assert.Equal(
            ["Aperçu", "Au fil du temps", "Par statut", "Par contrat", "Par canal", "Entonnoir"],
            sheets.Select(sheet => sheet.Text("name"))
        );
        Assert.Equal(("s", "Statut"), Cell(sheets[2], 0, 0));
    }

    private static (string Type, string? Value) Cell(JsonNode sheet, int row, int column)
    {
        var cell = sheet["rows"]![row]![column]!;
        return (cell[0]!.GetValue<string>(), cell[1]?.ToString());
    }

    /// <summary>Two applications of 5 March 2026, one of them rejected four days later.</summary>
    private async Task<TestUser> SomebodyAsync()
    {
        var user = await shared.App.RegisterAsync();
        const string company = "Kestrel Maps";
        await user.AddAsync(
            new
            {
                company,
                position = "A",
                status = "applied",
                applied_on = "2026-03-05",
            }
        );
        await user.AddAsync(
            new
            {
                company,
                position = "B",
                status = "rejected",
                applied_on = "2026-03-05",
                responded_on = "2026-03-09",
            }
        );
        return user;
    }

    private static async Task<IReadOnlyList<JsonNode>> OpenAsync(byte[] workbook)
    {
        var read = await Python.RunAsync(Script, "openpyxl", "python3-openpyxl", workbook);
        return [.. JsonNode.Parse(read)!.AsArray().OfType<JsonNode>()];
    }
}
