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
        Assert.Equal("Kestrel Maps", row.Text("company"));
        Assert.Equal("draft", row.Text("status"));
        Assert.Equal("pending", row.Text("response"));
        Assert.Equal(1, row["version"]!.GetValue<int>());

        var only = Assert.Single(await user.ItemsAsync($"/api/applications/{row["id"]}/history"));
        Assert.Null(only["from_status"]);
        Assert.Equal("draft", only.Text("to_status"));
    }

    [Fact]
    public async Task The_answer_says_where_the_row_is_and_the_row_there_is_the_same()
    {
        using var user = await shared.App.RegisterAsync();
        using var answer = await user.Client.PostAsJsonAsync("/api/applications", Facts.Full());
        var row = await answer.ReadAsync(201);
        row.AsObject().Remove("possible_duplicates");
        Assert.Equal($"/api/applications/{row["id"]}", answer.Headers.Location?.OriginalString);
        Assert.Equal(row.ToJsonString(), (await user.GetAsync(answer.Headers.Location!.OriginalString)).ToJsonString());
        foreach (var (field, value) in Facts.Full())
            Assert.Equal(value?.ToJsonString(), row[field]?.ToJsonString());
    }

    [Fact]
    public async Task Text_is_kept_trimmed_and_empty_text_is_kept_as_nothing()
    {
        using var user = await shared.App.RegisterAsync();
        var row = await user.AddAsync(
            new
            {
                company = "\t Épicerie  Œuvre ",
                position = "Stage\r\nproduit",
                location = "   ",
                salary = "",
                link = " https://example.org/job ",
                comment = "\r\n first\r\nsecond \n",
            }
        );
        Assert.Equal("Épicerie  Œuvre", row.Text("company"));
        Assert.Equal("Stage produit", row.Text("position"));
        Assert.Null(row["location"]);
        Assert.Null(row["salary"]);
        Assert.Equal("https://example.org/job", row.Text("link"));
        Assert.Equal("first\nsecond", row.Text("comment"));
    }

    [Fact]
    public async Task A_posting_is_kept_with_the_instant_it_was_captured()
    {
        using var user = await shared.App.RegisterAsync();
        var with = await user.AddAsync(Facts.Of(("posting", "We look for somebody.")));
        Assert.Equal(with.Text("created_at"), with.Text("posting_captured_at"));
        Assert.Null((await user.AddAsync())["posting_captured_at"]);
    }

    [Fact]
    public async Task Every_status_type_and_channel_of_meta_is_accepted()
    {
        using var user = await shared.App.RegisterAsync();
        var meta = await user.GetAsync("/meta");
        foreach (
            var (field, list) in new[] { ("status", "allowed_statuses"), ("employment_type", "employment_types"), ("channel", "channels") }
        )
        foreach (var word in meta[list]!.AsArray())
            Assert.Equal(word!.ToString(), (await user.AddAsync(Facts.Of((field, word.ToString())))).Text(field));
    }
}
