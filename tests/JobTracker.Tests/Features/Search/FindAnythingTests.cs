using System.Net;
using AngleSharp.Html.Parser;
using JobTracker.Testing;
using JobTracker.Tests.Features.Applications;

namespace JobTracker.Tests.Features.Search;

public sealed class FindAnythingTests(SharedApp shared)
{
    [Theory]
    [InlineData("kestrel")]
    [InlineData("KÉSTREL eng")]
    [InlineData("lyon")]
    public async Task Words_are_found_wherever_they_stand_without_case_or_accents(string words)
    {
        using var user = await shared.App.RegisterAsync();
        var row = await user.AddAsync(Facts.Of(("location", "Lyon")));
        await user.AddAsync(Facts.Of(("company", "Other"), ("position", "Nurse")));
        Assert.Equal([$"/applications/{row["id"]}"], await FindAsync(user, words));
    }

    [Fact]
    public async Task Nobody_finds_what_is_somebody_elses_or_deleted()
    {
        using var owner = await shared.App.RegisterAsync();
        using var stranger = await shared.App.RegisterAsync();
        var row = await owner.AddAsync(Facts.Of(("company", "Findable")));
        Assert.Empty(await FindAsync(stranger, "findable"));
        using var deleted = await owner.SendAsync(HttpMethod.Delete, $"/api/applications/{row["id"]}");
        Assert.Empty(await FindAsync(owner, "findable"));
    }

    [Fact]
    public async Task Places_of_the_site_are_found_by_their_names()
    {
        using var user = await shared.App.RegisterAsync();
        Assert.Contains("/board", await FindAsync(user, "boar"));
    }

    [Theory]
    [InlineData("%")]
    [InlineData("_")]
    [InlineData("'; drop table applications; --")]
    [InlineData("\0")]
    [InlineData("   ")]
    public async Task Signs_with_a_meaning_elsewhere_are_only_signs(string words)
    {
        using var user = await shared.App.RegisterAsync();
        await user.AddAsync();
        Assert.Empty(await FindAsync(user, words));
    }

    [Fact]
    public async Task A_query_of_any_length_is_answered()
    {
        using var user = await shared.App.RegisterAsync();
        Assert.Empty(await FindAsync(user, new string('x', 5000)));
    }

    /// <summary>The addresses of what the palette lists.</summary>
    private async Task<IEnumerable<string>> FindAsync(TestUser user, string words)
    {
        using var browser = await TestBrowser.SignInAsync(shared.App, user);
        using var answer = await browser.Client.GetAsync($"/search?handler=List&q={WebUtility.UrlEncode(words)}");
        Assert.Equal(200, (int)answer.StatusCode);
        return new HtmlParser()
            .ParseDocument(await answer.Content.ReadAsStringAsync())
            .QuerySelectorAll("[data-result]")
            .Select(link => link.GetAttribute("href")!);
    }
}
