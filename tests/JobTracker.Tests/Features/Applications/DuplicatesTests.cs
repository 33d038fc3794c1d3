using System.Net.Http.Json;
using JobTracker.Features.Applications;
using JobTracker.Testing;

namespace JobTracker.Tests.Features.Applications;

public sealed class DuplicatesTests(SharedApp shared)
{
    [Theory]
    [InlineData("https://www.example.org/jobs/12/", "http://example.org/jobs/12#apply")]
    [InlineData("https://example.org/jobs?id=12&utm_source=x", "https://EXAMPLE.org/jobs?id=12&ref=li")]
    [InlineData("https://example.org:443/a?b=2&a=1", "https://example.org/a?a=1&b=2")]
    [InlineData("https://www.société.example/offre", "https://xn--socit-esab.example/offre")]
    public void The_same_advert_has_the_same_key(string one, string other) => Assert.Equal(LinkKey.Of(one), LinkKey.Of(other));

    [Theory]
    [InlineData("https://example.org/jobs/12", "https://example.org/jobs/13")]
    [InlineData("https://example.org/jobs?id=12", "https://example.org/jobs?id=13")]
    [InlineData("https://a.example.org/", "https://b.example.org/")]
    [InlineData("https://example.org:8443/", "https://example.org/")]
    public void Another_advert_has_another_key(string one, string other) => Assert.NotEqual(LinkKey.Of(one), LinkKey.Of(other));

    [Theory]
    [InlineData("kestrel maps", "kestrel map", true)]
    [InlineData("developpeur c# / .net", "developpeur c# .net", true)]
    [InlineData("societe generale", "societe generale", true)]
    [InlineData("stage data", "stage bio", false)]
    [InlineData("backend developer", "frontend developer", false)]
    [InlineData("ab", "cd", false)]
    [InlineData("", "", false)]
    public void Names_are_nearly_equal_when_both_measures_say_so(string one, string other, bool alike)
    {
        Assert.Equal(alike, Likeness.AreNearlyEqual(one, other));
        Assert.Equal(alike, Likeness.AreNearlyEqual(other, one));
    }

    [Theory]
    [InlineData("kitten", "sitting", 3)]
    [InlineData("", "abc", 3)]
    [InlineData("abc", "abc", 0)]
    public void The_distance_is_Levenshteins(string one, string other, int distance) =>
        Assert.Equal(distance, Likeness.Distance(one, other));

    [Fact]
    public async Task Adding_the_same_again_works_and_tells_of_the_earlier_one()
    {
        using var user = await shared.App.RegisterAsync();
        var earlier = await user.AddAsync(
            new
            {
                company = "Société Générale",
                position = "Développeur C#",
                link = "https://example.org/offres/4512?ref=li",
                status = "rejected",
            }
        );
        await user.AddAsync(new { company = "Tern Payments", position = "Junior engineer" });

        using var byLink = await user.Client.PostAsJsonAsync(
            "/api/applications",
            new
            {
                company = "SG",
                position = "Autre",
                link = "http://www.example.org/offres/4512",
            }
        );
        var told = Assert.Single((await byLink.ReadAsync(201))["possible_duplicates"]!.AsArray())!;
        Assert.Equal(
            (earlier["id"]!.ToString(), "link", "rejected"),
            (told["id"]!.ToString(), told["match"]!.ToString(), told["status"]!.ToString())
        );

        using var byNames = await user.Client.GetAsync(
            "/api/applications/duplicates?company=societe%20generale&position=Developpeur%20C%23"
        );
        Assert.Equal("names", Assert.Single((await byNames.ReadAsync(200))["items"]!.AsArray())!["match"]!.ToString());
    }

    [Fact]
    public async Task Deleted_applications_and_those_of_others_are_no_duplicates()
    {
        using var user = await shared.App.RegisterAsync();
        using var stranger = await shared.App.RegisterAsync();
        await stranger.AddAsync(new { company = "Orsay Biotech", position = "Stage" });
        var gone = await user.AddAsync(new { company = "Orsay Biotech", position = "Stage" });
        using var deleted = await user.Client.DeleteAsync($"/api/applications/{gone["id"]}");
        await deleted.ReadAsync(204);
        using var answer = await user.Client.GetAsync("/api/applications/duplicates?company=Orsay%20Biotech&position=Stage");
        Assert.Empty((await answer.ReadAsync(200))["items"]!.AsArray());
    }
}
