using System.Text;
using System.Text.Json.Nodes;
using JobTracker.Features.Shared.Spreadsheets;
using JobTracker.Testing;
using JobTracker.Tests.Features.Applications;
using JobTracker.Tests.Features.Deliverables;

namespace JobTracker.Tests.Features.Transfer;

/// <summary>The workbook as openpyxl reads it, which knows nothing of the library that wrote it.</summary>
public sealed class ExportExcelTests(SharedApp shared)
{
    // The format's escapes are taken away by its own function for them.
    private const string Script = """
        import datetime, io, json, sys
        import openpyxl
        from openpyxl.utils.escape import unescape
        def shown(cell):
            value = cell.value
            if isinstance(value, datetime.datetime):
                value = value.isoformat()
            if isinstance(value, str) and cell.data_type == "s":
                value = unescape(value)
            return [cell.data_type, value, cell.number_format]
        book = openpyxl.load_workbook(io.BytesIO(sys.stdin.buffer.read()))
        print(json.dumps([{
            "name": sheet.title, "frozen": sheet.freeze_panes, "heading": [cell.value for cell in sheet[1]],
            "rows": [[shown(cell) for cell in row] for row in list(sheet.rows)[1:]]} for sheet in book]))
        """;

    [Fact]
    public async Task There_is_a_sheet_for_each_kind_with_its_rows()
    {
        using var somebody = await Exports.SomebodyAsync(shared.App);
        using var answer = await somebody.User.Client.GetAsync(Exports.Excel);
        Assert.Equal(WorkbookWriter.MediaType, answer.Content.Headers.ContentType?.ToString());
        var sheets = await OpenAsync(await answer.Content.ReadAsByteArrayAsync());
        Assert.Equal(
            [("Applications", 1), ("History", 2), ("Deliverables", 1), ("Interviews", 1), ("Writing", 2), ("Search sessions", 2)],
            sheets.Select(sheet => (sheet.Text("name")!, sheet["rows"]!.AsArray().Count))
        );
        Assert.All(sheets, sheet => Assert.Equal("A2", sheet.Text("frozen")));
        var application = somebody.Ids["/api/applications/{id:guid}"];
        foreach (var sheet in sheets.Where(sheet => sheet.Text("name") is "History" or "Deliverables" or "Interviews"))
            Assert.Equal(application, Value(sheet, 0, "Application id"));
        // The bank comes first, and belongs to no application.
        Assert.Null(Value(sheets[4], 0, "Application id"));
        Assert.Equal("\"motivation, courte\", fr", Value(sheets[4], 1, "Tags"));
        Assert.Equal((null, "Kestrel Maps"), (Value(sheets[5], 0, "Company"), Value(sheets[5], 1, "Company")));
    }

    [Fact]
    public async Task Cells_have_the_types_of_what_they_hold()
    {
        using var user = await shared.App.RegisterAsync();
        var row = await user.AddAsync(Facts.Full());
        var sheet = (await OpenAsync(await user.Client.GetByteArrayAsync(Exports.Excel)))[0];
        Assert.Equal(("d", "2026-03-02T00:00:00", "yyyy\\-mm\\-dd"), Cell(sheet, 0, "Applied on"));
        var (type, created, format) = Cell(sheet, 0, "Created at");
        Assert.Equal(("d", "yyyy\\-mm\\-dd\\ hh:mm:ss"), (type, format));
        Assert.Equal(row.Text("created_at")![..19], created![..19]);
        Assert.Equal(("b", row.Text("is_favorite")), (Cell(sheet, 0, "Is favorite").Type, Value(sheet, 0, "Is favorite")));
        Assert.Equal(("s", row.Text("employment_type")), (Cell(sheet, 0, "Employment type").Type, Value(sheet, 0, "Employment type")));
        Assert.Equal(("n", null, "General"), Cell(sheet, 0, "Posting 2"));
        using var somebody = await Exports.SomebodyAsync(shared.App);
        var interviews = (await OpenAsync(await somebody.User.Client.GetByteArrayAsync(Exports.Excel)))[3];
        Assert.Equal(("n", "60"), (Cell(interviews, 0, "Duration minutes").Type, Value(interviews, 0, "Duration minutes")));
    }

    [Theory]
    [InlineData("=1+1")]
    [InlineData("+33 6")]
    [InlineData("-1")]
    [InlineData("@cmd")]
    [InlineData("'quoted")]
    [InlineData("_x0041_ and _x005F_x0041_")]
    [InlineData("bell \u0007, escape \u001b")]
    [InlineData("a tab, <b>&amp;</b>, 😀 é")]
    public async Task A_text_is_that_text_and_never_a_formula(string text)
    {
        using var user = await shared.App.RegisterAsync();
        await user.AddAsync(Facts.Of(("contact", text)));
        var stored = (await user.ExportAsync()).Applications()[0].Contact;
        Assert.Equal(text, stored);
        var sheet = (await OpenAsync(await user.Client.GetByteArrayAsync(Exports.Excel)))[0];
        Assert.Equal(("s", stored), (Cell(sheet, 0, "Contact").Type, Value(sheet, 0, "Contact")));
    }

    [Fact]
    public async Task A_long_text_goes_on_in_the_next_columns_and_no_character_is_cut()
    {
        using var user = await shared.App.RegisterAsync();
        var posting = string.Concat(Enumerable.Repeat("x😀", 33_000)) + "the end";
        var application = await user.AddAsync(Facts.Of(("posting", posting)));
        var content = new string('y', 49_990) + " the end";
        await user.AddThingAsync(application, ("content", content));
        var sheets = await OpenAsync(await user.Client.GetByteArrayAsync(Exports.Excel));
        var cells = new[] { "Posting", "Posting 2", "Posting 3", "Posting 4" }.Select(name => Value(sheets[0], 0, name)).ToList();
        Assert.All(cells, cell => Assert.InRange(cell!.Length, 1, 32_767));
        Assert.Equal(posting, string.Concat(cells));
        Assert.All(cells, cell => Assert.False(char.IsHighSurrogate(cell![^1])));
        Assert.Equal(content, Value(sheets[2], 0, "Content") + Value(sheets[2], 0, "Content 2"));
    }

    [Fact]
    public async Task What_a_sheet_cannot_hold_goes_on_in_a_second_one()
    {
        using var content = new MemoryStream();
        await using (var workbook = new WorkbookWriter(content) { MostRows = 4 })
        {
            var rows = Enumerable
                .Range(1, 7)
                .Select(number => (IEnumerable<Cell>)[JobTracker.Features.Shared.Spreadsheets.Cell.Of((int?)number)]);
            await workbook.AddAsync("Numbers", [new("Number", 10)], rows, CancellationToken.None);
            await workbook.AddAsync("Nothing", [new("Number", 10)], [], CancellationToken.None);
            await workbook.EndAsync(CancellationToken.None);
        }
        var sheets = await OpenAsync(content.ToArray());
        Assert.Equal(["Numbers", "Numbers 2", "Numbers 3", "Nothing"], sheets.Select(sheet => sheet.Text("name")));
        Assert.Equal([3, 3, 1, 0], sheets.Select(sheet => sheet["rows"]!.AsArray().Count));
        Assert.Equal("7", Value(sheets[2], 0, "Number"));
    }

    private static string? Value(JsonNode sheet, int row, string heading) => Cell(sheet, row, heading).Value;

    private static (string Type, string? Value, string Format) Cell(JsonNode sheet, int row, string heading)
    {
        var column = sheet["heading"]!.AsArray().Select(name => name!.GetValue<string>()).ToList().IndexOf(heading);
        var cell = sheet["rows"]![row]![column]!;
        return (cell[0]!.GetValue<string>(), cell[1]?.ToString(), cell[2]!.GetValue<string>());
    }

    private static async Task<IReadOnlyList<JsonNode>> OpenAsync(byte[] workbook)
    {
        var read = await Python.RunAsync(Script, "openpyxl", "python3-openpyxl", workbook);
        return [.. JsonNode.Parse(read)!.AsArray().OfType<JsonNode>()];
    }
}
