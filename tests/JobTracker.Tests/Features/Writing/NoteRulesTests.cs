using System.Net.Http.Json;
using System.Text.Json.Nodes;
using JobTracker.Testing;

namespace JobTracker.Tests.Features.Writing;

public sealed class NoteRulesTests(SharedApp shared)
{
    public static TheoryData<string, string> Broken =>
        new()
        {
            { "title", "null" },
            { "title", Json("") },
            { "title", Json(" \t\n") },
            { "title", Json(new string('x', 201)) },
            { "content", "null" },
            { "content", Json("  \r\n ") },
            { "content", Json(new string('x', 50_001)) },
            { "tags", """["fine", ""]""" },
            { "tags", """["  "]""" },
            { "tags", """["\u200b\u0301"]""" },
            { "tags", """[null]""" },
            { "tags", $"""["{new string('x', 41)}"]""" },
            { "tags", Many(21) },
            { "tags", "null" },
            { "tags", "\"motivation\"" },
            { "application_id", "\"not-an-id\"" },
            { "id", "\"019e1a2b-3c4d-7e5f-8a6b-7c8d9e0f1a2b\"" },
            { "version", "7" },
        };

    [Theory, MemberData(nameof(Broken))]
    public async Task A_broken_rule_is_named_at_its_field_and_nothing_is_written(string field, string value)
    {
        using var user = await shared.App.RegisterAsync();
        using var answer = await user.Client.PostAsJsonAsync("/api/writing", Notes.Of((field, JsonNode.Parse(value))));
        await answer.RefusesAsync(field);
        Assert.Empty(await user.ItemsAsync("/api/writing"));
    }

    [Theory]
    [InlineData("title", 200)]
    [InlineData("content", 50_000)]
    public async Task A_text_at_the_edge_of_its_rule_is_kept(string field, int length)
    {
        using var user = await shared.App.RegisterAsync();
        var row = await user.WriteAsync((field, new string('é', length)));
        Assert.Equal(new string('é', length), (await user.GetAsync($"/api/writing/{row["id"]}")).Text(field));
    }

    [Fact]
    public async Task Tags_are_trimmed_kept_in_order_and_each_stands_once_whatever_its_case()
    {
        using var user = await shared.App.RegisterAsync();
        var row = await user.WriteAsync(("tags", new JsonArray(" STAR ", "teamwork", "star", "Teamwork", "a\tb", "œuvre", "ŒUVRE")));
        Assert.Equal("""["STAR","teamwork","a b","œuvre"]""", Compact(row["tags"]));

        var many = await user.WriteAsync(("tags", JsonNode.Parse(Many(20))));
        Assert.Equal(20, many["tags"]!.AsArray().Count);
    }

    [Fact]
    public async Task What_is_read_is_what_was_written()
    {
        using var user = await shared.App.RegisterAsync();
        var application = (await user.AddAsync()).Text("id");
        var row = await user.WriteAsync(
            ("application_id", application),
            ("title", "  Why maps?  "),
            ("tags", new JsonArray("motivation")),
            ("content", "\r\n# Maps\r\n\r\n- <b>one</b>\r\n")
        );
        Assert.Equal("Why maps?", row.Text("title"));
        Assert.Equal("# Maps\n\n- <b>one</b>", row.Text("content"));
        Assert.Equal(application, row.Text("application_id"));
        Assert.Equal("1", row.Text("version"));
        Assert.Equal(row.ToJsonString(), (await user.GetAsync($"/api/writing/{row["id"]}")).ToJsonString());
    }

    private static string Json(string text) => JsonValue.Create(text).ToJsonString();

    private static string Many(int count) => "[" + string.Join(',', Enumerable.Range(0, count).Select(n => $"\"tag {n}\"")) + "]";

    private static string Compact(JsonNode? node) =>
        node!.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
