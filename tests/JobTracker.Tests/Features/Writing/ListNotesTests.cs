using System.Text.Json.Nodes;
using JobTracker.Testing;

namespace JobTracker.Tests.Features.Writing;

public sealed class ListNotesTests(SharedApp shared)
{
    [Fact]
    public async Task The_newest_change_comes_first_and_lists_leave_the_text_out()
    {
        using var user = await shared.App.RegisterAsync();
        var first = await user.WriteAsync(("title", "First"));
        await user.WriteAsync(("title", "Second"));
        Assert.Equal(["Second", "First"], await user.TitlesAsync());
        using var changed = await user.SendAsync(HttpMethod.Patch, $"/api/writing/{first["id"]}", new { content = "More." });
        Assert.Equal(["First", "Second"], await user.TitlesAsync());
        Assert.Null((await user.ItemsAsync("/api/writing"))[0].AsObject()["content"]);
    }

    [Fact]
    public async Task Page_after_page_reads_every_note_once()
    {
        using var user = await shared.App.RegisterAsync();
        for (var note = 0; note < 17; note++)
            await user.WriteAsync(("title", $"Note {note}"));
        var whole = await user.TitlesAsync("?limit=100");
        var seen = new List<string?>();
        for (string? cursor = ""; cursor is not null; )
        {
            var page = await user.GetAsync($"/api/writing?limit=5&count=true{(cursor.Length == 0 ? "" : $"&cursor={cursor}")}");
            seen.AddRange(page["items"]!.AsArray().Select(row => row!.Text("title")));
            Assert.Equal("17", page.Text("total"));
            cursor = page.Text("next_cursor");
        }
        Assert.Equal(whole, seen);
    }

    [Theory]
    [InlineData("?limit=0", "limit")]
    [InlineData("?limit=101", "limit")]
    [InlineData("?cursor=nonsense", "cursor")]
    [InlineData("?cursor=eyJTb3J0IjoieCIsIktleSI6InkiLCJJZCI6IjAxOGYzYjNlLTAwMDAtNzAwMC04MDAwLTAwMDAwMDAwMDAwMCJ9", "cursor")]
    [InlineData("?q=%00", "q")]
    [InlineData("?application_id=7", "application_id")]
    [InlineData("?bank=perhaps", "bank")]
    public async Task A_question_that_means_nothing_is_refused_by_its_name(string query, string field)
    {
        using var user = await shared.App.RegisterAsync();
        using var answer = await user.Client.GetAsync($"/api/writing{query}");
        await answer.RefusesAsync(field);
    }

    [Theory]
    [InlineData("epicerie")]
    [InlineData("ŒUVRE epicerie")]
    [InlineData("etiquette")]
    [InlineData("100%")]
    [InlineData("gras epicerie")]
    public async Task Words_are_found_in_title_tags_and_text(string words)
    {
        using var user = await shared.App.RegisterAsync();
        await user.WriteAsync(
            ("title", "L’Épicerie"),
            ("tags", new JsonArray("Étiquette")),
            ("content", "Chef d’œuvre, **gras**, 100% sûr")
        );
        await user.WriteAsync(("title", "Other"));
        Assert.Equal(["L’Épicerie"], await user.TitlesAsync($"?q={Uri.EscapeDataString(words)}"));
    }

    [Fact]
    public async Task A_tag_is_found_whole_whatever_its_case_and_accents()
    {
        using var user = await shared.App.RegisterAsync();
        await user.WriteAsync(("title", "Tagged"), ("tags", new JsonArray("Équipe")));
        await user.WriteAsync(("title", "Longer"), ("tags", new JsonArray("équipe de nuit")));
        await user.WriteAsync(("title", "Only said"), ("content", "equipe \u2063equipe\u2063"));
        foreach (var tag in new[] { "Équipe", "equipe", "ÉQUIPE", " équipe " })
            Assert.Equal(["Tagged"], await user.TitlesAsync($"?tag={Uri.EscapeDataString(tag)}"));
        Assert.Empty(await user.TitlesAsync("?tag=equi"));
    }

    [Fact]
    public async Task The_bank_and_each_application_are_asked_for_by_themselves()
    {
        using var user = await shared.App.RegisterAsync();
        using var other = await shared.App.RegisterAsync();
        var (one, two) = ((await user.AddAsync()).Text("id"), (await user.AddAsync()).Text("id"));
        await user.WriteAsync(("title", "Bank"));
        await user.WriteAsync(("title", "One"), ("application_id", one));
        await user.WriteAsync(("title", "Two"), ("application_id", two));
        Assert.Equal(["Bank"], await user.TitlesAsync("?bank=true"));
        Assert.Equal(["Two", "One", "Bank"], await user.TitlesAsync("?bank=false"));
        Assert.Equal(["One"], await user.TitlesAsync($"?application_id={one}"));
        Assert.Empty(await other.TitlesAsync($"?application_id={one}"));
    }
}
