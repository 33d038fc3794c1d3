using JobTracker.Testing;

namespace JobTracker.Tests.Features.Applications;

/// <summary>One section of an application in a form of its own.</summary>
public sealed class EditPageTests(SharedApp shared)
{
    private static readonly Dictionary<string, string> Typed = new(StringComparer.Ordinal)
    {
        ["Input.Company"] = "Somebody else",
        ["Input.Position"] = "Something else",
        ["Input.Status"] = "Offer",
        ["Input.IsFavorite"] = "true",
        ["Input.Comment"] = "A new comment",
        ["Input.Posting"] = "A new posting",
    };

    [Theory]
    [InlineData("facts", "company", "position")]
    [InlineData("comment", "comment")]
    [InlineData("posting", "posting")]
    public async Task A_section_changes_its_own_fields_whatever_else_is_sent(string section, params string[] own)
    {
        using var user = await shared.App.RegisterAsync();
        var row = await user.AddAsync(Facts.Of(("comment", "The old comment"), ("posting", "The old posting")));
        using var browser = await TestBrowser.SignInAsync(shared.App, user);
        var path = $"/applications/{row["id"]}/edit/{section}";
        using var answer = await browser.PostAsync(path, new Dictionary<string, string>(Typed) { ["Version"] = "1" }, formOn: path);
        Assert.Equal((302, $"/applications/{row["id"]}#{section}"), ((int)answer.StatusCode, answer.Headers.Location?.OriginalString));

        var now = await user.GetAsync($"/api/applications/{row["id"]}");
        foreach (var field in new[] { "company", "position", "comment", "posting", "status", "is_favorite" })
            Assert.Equal(own.Contains(field), now[field]!.ToJsonString() != row[field]!.ToJsonString());
    }

    [Fact]
    public async Task A_script_gets_the_form_alone_and_is_told_to_read_the_page_again_when_it_is_saved()
    {
        using var user = await shared.App.RegisterAsync();
        var row = await user.AddAsync();
        using var browser = await TestBrowser.SignInAsync(shared.App, user);
        var path = $"/applications/{row["id"]}/edit/comment";
        var whole = await browser.Client.GetStringAsync(path);
        browser.Client.DefaultRequestHeaders.Add("HX-Request", "true");
        var alone = await browser.Client.GetStringAsync(path);
        Assert.Contains("<main", whole, StringComparison.Ordinal);
        Assert.DoesNotContain("<main", alone, StringComparison.Ordinal);

        var typed = new Dictionary<string, string>(StringComparer.Ordinal) { ["Input.Comment"] = "New", ["Version"] = "1" };
        using var saved = await browser.PostAsync(path, typed, formOn: path);
        Assert.Equal((204, "true"), ((int)saved.StatusCode, saved.Headers.GetValues("HX-Refresh").Single()));
        using var late = await browser.PostAsync(path, typed, formOn: path);
        Assert.Equal(412, (int)late.StatusCode);
    }

    [Fact]
    public async Task There_are_no_other_sections()
    {
        using var user = await shared.App.RegisterAsync();
        var row = await user.AddAsync();
        using var browser = await TestBrowser.SignInAsync(shared.App, user);
        using var answer = await browser.Client.GetAsync($"/applications/{row["id"]}/edit/status");
        Assert.Equal(404, (int)answer.StatusCode);
    }
}
