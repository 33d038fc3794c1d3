using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using JobTracker.Testing;

namespace JobTracker.Tests.Features.Transfer.Import;

public sealed partial class OwnTablesTests(SharedApp shared)
{
    [Fact]
    public async Task The_csv_gives_back_what_it_holds_and_adds_nothing_the_second_time()
    {
        using var owner = await SomebodyAsync(11);
        using var other = await shared.App.RegisterAsync();
        var file = await owner.ExportAsync("csv");
        var report = await other.ImportAsync(file);
        Assert.Equal(("csv", 0), (report.Text("format"), report.Number("error_count")));
        Assert.Equal(Encoding.UTF8.GetString(file), Encoding.UTF8.GetString(await other.ExportAsync("csv")));
        Assert.Equal(0, (await other.ImportAsync(file)).Number("added"));
    }

    [Fact]
    public async Task The_workbook_gives_back_what_it_holds_and_adds_nothing_the_second_time()
    {
        using var owner = await SomebodyAsync(12);
        using var other = await shared.App.RegisterAsync();
        var file = await owner.ExportAsync("excel");
        var report = await other.ImportAsync(file);
        Assert.True(report.Number("error_count") == 0, report["errors"]!.ToJsonString());
        Assert.Equal("excel", report.Text("format"));
        Assert.Equal(await HeldAsync(owner), await HeldAsync(other));
        Assert.Equal(0, (await other.ImportAsync(file)).Number("added"));
        Assert.Equal(await HeldAsync(owner), await HeldAsync(other));
    }

    [Fact]
    public async Task A_row_that_somebody_wrote_into_it_is_a_new_application()
    {
        using var user = await shared.App.RegisterAsync();
        await user.AddAsync();
        var file = Encoding.UTF8.GetString(await user.ExportAsync("csv"));
        var report = await user.ImportAsync(file + ",Neu,Stelle,,,,,,,applied,,2026-03-01\r\n");
        Assert.Equal((1, 1), (report.Number("added"), report.Number("duplicates")));
    }

    private async Task<TestUser> SomebodyAsync(int seed)
    {
        var user = await shared.App.RegisterAsync();
        for (var more = 0; more < 3; more++)
            await user.ImportAsync(Encoding.UTF8.GetBytes(new RandomAccount(seed * 100 + more).Create().ToJsonString()));
        Assert.NotEmpty(await user.ItemsAsync("/api/applications"));
        return user;
    }

    /// <summary>What a workbook has of an account; its times are numbers of days, so they are compared to the second.</summary>
    private static async Task<string> HeldAsync(TestUser user)
    {
        var document = JsonNode.Parse(await user.DocumentAsync())!;
        foreach (var application in document["applications"]!.AsArray())
        foreach (var part in (string[])["questions", "conversations", "files"])
            application!.AsObject().Remove(part);
        return Fraction().Replace(document.ToJsonString(), "Z");
    }

    [GeneratedRegex(@"\.[0-9]{1,6}Z", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Fraction();
}
