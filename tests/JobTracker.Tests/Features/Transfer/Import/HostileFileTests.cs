using System.Text;
using JobTracker.Testing;

namespace JobTracker.Tests.Features.Transfer.Import;

/// <summary>Files that are broken or mean harm: each is refused with what is wrong and where, nothing is written, and the process stays small.</summary>
public sealed class HostileFileTests(SharedApp shared)
{
    private const string Heading = "company,city,mission,link,date\n";
    private const string Good = "Thales,Brest,Stage,,2026-02-11\n";

    public static TheoryData<string, byte[], string> Refused =>
        new()
        {
            { "an unclosed quote", Text(Heading + Good + "\"OVH,Roubaix,Stage,,2026-02-11\n" + Good), "Row 3:" },
            { "an unclosed quote before much text", Text(Heading + "\"" + new string('x', 3_000_000)), "Row 2:" },
            { "ten thousand columns", Text(string.Join(',', Enumerable.Range(0, 10_000).Select(at => $"c{at}")) + "\n"), "Row 1:" },
            { "a row of ten thousand columns", Text(Heading + Good + new string(',', 10_000) + "\n"), "Row 3:" },
            {
                "UTF-16 that breaks off inside a letter",
                [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Heading + Good), 0x3D, 0xD8, 0x41],
                "Row"
            },
            { "no text at all", [1, 2, 3, 0, 0, 0, 255, 254], "no file that can be imported" },
            { "a PDF", Text("%PDF-1.7 and so on"), "no file that can be imported" },
            { "an old workbook", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], ".xls" },
            { "JSON of another kind", Text("""{"things": [1, 2, 3]}"""), "no format that is known" },
            { "a list of JSON", Text("""[{"company": "x"}]"""), "no format that is known" },
            {
                "JSON that breaks off",
                Text("{\"format\": \"jobtracker\",\n \"format_version\": 1,\n \"applications\": [{\"id\""),
                "line 3"
            },
            { "JSON that is nested deeply", Text("{\"a\": " + new string('[', 100_000)), "line 1" },
            {
                "a newer version",
                Text("""{"format": "jobtracker", "format_version": 2, "writing": [], "applications": [], "search_sessions": []}"""),
                "newer version"
            },
            {
                "a part that is not known",
                Text(
                    """{"format": "jobtracker", "format_version": 1, "writing": [], "applications": [], "search_sessions": [], "secrets": 1}"""
                ),
                "“secrets”"
            },
            {
                "a list twice",
                Text(
                    """{"format": "jobtracker", "format_version": 1, "writing": [], "applications": [], "applications": [], "search_sessions": []}"""
                ),
                "twice"
            },
            { "an archive of something else", Workbooks.Archive(("readme.txt", "hello")), "no export of this site" },
            { "half an archive", Workbooks.Of(Workbooks.Row(1, "company"))[..200], "damaged" },
            {
                "an entity from outside",
                Workbooks.Of(Workbooks.Row(1, "company", "&x;"), before: "<!DOCTYPE x [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>"),
                "that no workbook needs"
            },
            {
                "entities that grow",
                Workbooks.Of(Workbooks.Row(1, "&b;"), before: "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;\">]>"),
                "that no workbook needs"
            },
        };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task A_file_that_cannot_be_read_to_its_end_is_refused_with_its_row_and_reason(string what, byte[] file, string sentence)
    {
        using var user = await shared.App.RegisterAsync();
        var said = await user.RefusedAsync(file, "skip_errors=true");
        Assert.True(said.Contains(sentence, StringComparison.Ordinal), $"{what}: {said}");
        Assert.Empty(await user.ItemsAsync("/api/applications"));
    }

    [Theory]
    [InlineData("xl/worksheets/sheet1.xml")]
    [InlineData("xl/sharedStrings.xml")]
    [InlineData("xl/styles.xml")]
    [InlineData("jobtracker.json")]
    public async Task A_bomb_is_put_down_before_it_fills_anything(string where)
    {
        using var user = await shared.App.RegisterAsync();
        var zeros = new byte[1024 * 1024];
        Array.Fill(zeros, (byte)' ');
        var bomb = Bomb(where, [.. Encoding.UTF8.GetBytes(where == "jobtracker.json" ? "{" : "<x>")], Enumerable.Repeat(zeros, 600));
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var said = await user.RefusedAsync(bomb);
        Assert.Contains("too large", said, StringComparison.Ordinal);
        Assert.InRange(GC.GetTotalMemory(forceFullCollection: true) - before, long.MinValue, 64L * 1024 * 1024);
    }

    [Fact]
    public async Task A_file_of_a_hundred_megabytes_is_refused_by_its_length_alone()
    {
        using var user = await shared.App.RegisterAsync();
        using var form = new MultipartFormDataContent { { new ByteArrayContent(new byte[100 * 1024 * 1024]), "file", "large.csv" } };
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/import") { Content = form };
        request.Headers.ExpectContinue = true;
        using var answer = await user.Client.SendAsync(request);
        Assert.Equal("too_large", (await answer.ReadAsync(413)).Text("code"));
    }

    [Fact]
    public async Task An_upload_that_is_cut_adds_nothing()
    {
        using var user = await shared.App.RegisterAsync();
        var whole = Encoding.UTF8.GetBytes(
            $"--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n\r\n{Heading}{Good}"
        );
        using var body = new ByteArrayContent(whole);
        body.Headers.TryAddWithoutValidation("Content-Type", "multipart/form-data; boundary=x");
        using var answer = await user.Client.PostAsync("/api/import", body);
        Assert.Contains("whole", (await answer.ReadAsync(400))["errors"]!["file"]![0]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Empty(await user.ItemsAsync("/api/applications"));
    }

    [Fact]
    public async Task Rows_over_the_limits_and_formulas_are_named_one_by_one()
    {
        using var user = await shared.App.RegisterAsync();
        var file =
            Heading
            + Good
            + $"{new string('x', 201)},Brest,Stage,,2026-02-11\nA,Brest,,,2026-02-11\nB,Brest,C,ftp://x,2026-02-30\n\0,D,E,,2026-01-01\n";
        var report = await user.ImportAsync(file);
        Assert.Equal(
            [(3, "company"), (4, "position"), (5, "date"), (6, null)],
            report.ErrorsOf().Select(error => (error.Row, error.Field))
        );
        Assert.Equal((0, 5), (report.Number("added"), report.Number("rows")));
        Assert.Equal(1, (await user.ImportAsync(file, "skip_errors=true")).Number("added"));

        var formula = "<row r=\"2\"><c r=\"A2\"><f>1+1</f><v>2</v></c><c r=\"B2\" t=\"inlineStr\"><is><t>x</t></is></c></row>";
        var sheet = Workbooks.Of(
            Workbooks.Row(
                1,
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
                "Favori"
            ) + formula
        );
        var (row, _, message) = Assert.Single((await user.ImportAsync(sheet)).ErrorsOf());
        Assert.Equal(2, row);
        Assert.Contains("A2 is a formula", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ids_that_stand_twice_and_references_to_nothing_are_errors_of_their_row()
    {
        using var user = await shared.App.RegisterAsync();
        var document = new RandomAccount(7).Create();
        var applications = document["applications"]!.AsArray();
        if (applications.Count == 0)
            applications.Add(new RandomAccount(8).Create()["applications"]!.AsArray()[0]!.DeepClone());
        applications.Add(applications[0]!.DeepClone());
        var report = await user.ImportAsync(document.ToJsonString());
        var error = Assert.Single(report.ErrorsOf());
        Assert.Equal((applications.Count, "id"), (error.Row, error.Field));

        applications.RemoveAt(applications.Count - 1);
        applications[0]!["nickname"] = "x";
        Assert.Equal(
            (1, "nickname"),
            Assert.Single((await user.ImportAsync(document.ToJsonString())).ErrorsOf()) is var (row, field, _) ? (row, field) : default
        );
        Assert.Empty(await user.ItemsAsync("/api/applications"));
    }

    private static byte[] Bomb(string where, byte[] start, IEnumerable<byte[]> pieces)
    {
        (string Name, IEnumerable<byte[]> Pieces)[] all =
        [
            (
                "xl/workbook.xml",
                [
                    Text(
                        "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets><sheet name=\"S\" r:id=\"r\"/></sheets></workbook>"
                    ),
                ]
            ),
            (
                "xl/_rels/workbook.xml.rels",
                [Text("<Relationships><Relationship Id=\"r\" Target=\"worksheets/sheet1.xml\"/></Relationships>")]
            ),
            (where, pieces.Prepend(start)),
        ];
        return Workbooks.Archive(where == "jobtracker.json" ? all[2..] : all);
    }

    private static byte[] Text(string text) => Encoding.UTF8.GetBytes(text);
}
