using System.Net.Http.Json;
using JobTracker.Testing;

namespace JobTracker.Tests.Features.Applications;

public sealed class AddApplicationTests(SharedApp shared)
{
    [Fact]
    public async Task An_application_begins_as_a_draft_with_one_entry_of_history()
    {
        using var user = await shared.App.RegisterAsync();
        var row = await user.AddAsync(new { company = "  Kestrel\nMaps ", position = "Engineer" });
        Assert.Equal("Kestrel Maps", row["company"]!.GetValue<string>());
        Assert.Equal("draft", row["status"]!.GetValue<string>());
        Assert.Equal("pending", row["response"]!.GetValue<string>());
        Assert.Equal(1, row["version"]!.GetValue<int>());

        using var answer = await user.Client.GetAsync($"/api/applications/{row["id"]}/history");
        var history = await answer.ReadAsync(200);
        var only = Assert.Single(history["items"]!.AsArray());
        Assert.Null(only!["from_status"]);
        Assert.Equal("draft", only["to_status"]!.GetValue<string>());
    }

    [Fact]
    public async Task Every_broken_rule_is_named_at_its_field()
    {
        using var user = await shared.App.RegisterAsync();
        using var answer = await user.Client.PostAsJsonAsync(
            "/api/applications",
            new
            {
                company = " ",
                position = new string('x', 201),
                location = new string('x', 201),
                link = "javascript:alert(1)",
                applied_on = "2026-03-02",
                responded_on = "2026-03-01",
                due_on = "1969-12-31",
                comment = new string('x', 10_001),
                posting = new string('x', 100_001),
            }
        );
        await answer.RefusesAsync("company", "position", "location", "link", "responded_on", "due_on", "comment", "posting");
    }
}
