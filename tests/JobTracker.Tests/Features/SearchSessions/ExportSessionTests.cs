using System.Text;
using JobTracker.Testing;

namespace JobTracker.Tests.Features.SearchSessions;

public sealed class ExportSessionTests
{
    [Fact]
    public async Task The_file_has_its_heading_its_mark_and_a_line_for_each_entry_in_order()
    {
        await using var app = await JobTrackerApp.StartAsync();
        app.Clock.MoveTo(new DateTimeOffset(2026, 7, 1, 22, 30, 0, TimeSpan.Zero));
        using var user = await app.RegisterAsync();
        using var zone = await user.SendAsync(
            HttpMethod.Put,
            "/api/auth/update-profile",
            new { time_zone = "Europe/Paris", locale = "en" }
        );
        await zone.ReadAsync(200);
        var session = (await user.SubmitAsync("=1+1", "www.example.com/1"))["session_id"];
        foreach (var company in (string[])["Dassault, \"Systèmes\"", "-5", "+33", "@home", "'quoted", "Plain"])
            await user.SubmitAsync(company);

        using var answer = await user.Client.GetAsync($"{Sessions.All}/{session}/export.csv");
        Assert.Equal("text/csv; charset=utf-8", answer.Content.Headers.ContentType?.ToString());
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition?.DispositionType);
        Assert.Equal("session-2026-07-02.csv", answer.Content.Headers.ContentDisposition?.FileName);
        var bytes = await answer.Content.ReadAsByteArrayAsync();
        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
        var lines = Encoding.UTF8.GetString(bytes[3..]).Split("\r\n");
        Assert.Equal("company,city,mission,link,date", lines[0]);
        Assert.StartsWith("'=1+1,Sheffield,Data engineer,https://www.example.com/1,2026-07-02 00:30:0", lines[1], StringComparison.Ordinal);
        Assert.StartsWith("\"Dassault, \"\"Systèmes\"\"\",Sheffield,Data engineer,,2026-07-02 00:30:", lines[2], StringComparison.Ordinal);
        Assert.Equal(["'-5", "'+33", "'@home", "''quoted", "Plain"], lines[3..8].Select(line => line.Split(',')[0]));
        Assert.Equal("", lines[8]);
        Assert.Equal(9, lines.Length);
    }

    [Fact]
    public async Task A_session_without_entries_is_a_heading()
    {
        await using var app = await JobTrackerApp.StartAsync();
        using var user = await app.RegisterAsync();
        var entry = await user.SubmitAsync();
        using var deleted = await user.SendAsync(HttpMethod.Delete, $"{Sessions.All}/{entry["session_id"]}/entries/{entry["entry_id"]}");
        await deleted.ReadAsync(204);
        var text = await user.Client.GetStringAsync($"{Sessions.All}/{entry["session_id"]}/export.csv");
        Assert.Equal("company,city,mission,link,date", text.TrimStart('\uFEFF').Trim());
    }
}
