using System.Net.Http.Json;
using FsCheck;
using FsCheck.Fluent;
using JobTracker.Features.Applications;
using JobTracker.Kernel;
using JobTracker.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

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
    public void Counting_ends_early_only_where_the_distance_is_larger() =>
        Prop.ForAll<string?, string?, byte>(
                (one, other, most) =>
                {
                    var (left, right) = (one ?? "", other ?? "");
                    var (whole, ended) = (Likeness.Distance(left, right), Likeness.Distance(left, right, most));
                    Assert.Equal(Math.Min(whole, most + 1), Math.Min(ended, most + 1));
                }
            )
            .QuickCheckThrowOnFailure();

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

    [Theory]
    [InlineData("https://www.example.org/offres/4512?utm_source=x", "http://example.org/offres/4512/", true)]
    [InlineData("https://example.org/offres/4512", "https://example.org/offres/4513", false)]
    [InlineData("ask Léa", "ask Paul", true)]
    public void Links_with_the_same_key_have_the_same_hash(string one, string other, bool same) =>
        Assert.Equal(same, LinkKey.HashOf(one) == LinkKey.HashOf(other));

    [Fact]
    public async Task What_is_no_address_is_no_duplicate_by_its_link()
    {
        using var user = await shared.App.RegisterAsync();
        await user.AddAsync(new { company = "Orsay Biotech", position = "Stage" });
        await shared.App.ReadAsync(db =>
            db.Database.ExecuteSqlAsync($"update applications set link = 'ask Léa', link_hash = 0 where user_id = {user.Id}")
        );
        Assert.Empty(await user.ItemsAsync("/api/applications/duplicates?company=Tern&position=Engineer&link=ask%20Paul"));
    }

    [Fact]
    public async Task A_row_from_before_the_index_of_links_is_found_before_and_after_the_clean_up_has_hashed_it()
    {
        const string link = "https://example.org/offres/4512";
        using var user = await shared.App.RegisterAsync();
        await user.AddAsync(
            new
            {
                company = "Orsay Biotech",
                position = "Stage",
                link,
            }
        );
        await shared.App.ReadAsync(db =>
            db.Database.ExecuteSqlAsync($"update applications set link_hash = null where user_id = {user.Id}")
        );
        const string same = "/api/applications/duplicates?link=https://www.example.org/offres/4512/";
        Assert.Equal("link", Assert.Single(await user.ItemsAsync(same)).Text("match"));

        await using var scope = shared.App.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<HashLinks>().RunAsync(new UserId(user.Id), default);
        Assert.Equal(
            LinkKey.HashOf(link),
            await shared.App.ReadAsync(db => db.Applications.Where(row => row.UserId == user.Id).Select(row => row.LinkHash).SingleAsync())
        );
        Assert.Equal("link", Assert.Single(await user.ItemsAsync(same)).Text("match"));
    }

    [Fact]
    public async Task An_edited_link_is_found_by_its_new_address_alone()
    {
        using var user = await shared.App.RegisterAsync();
        var id = (
            await user.AddAsync(
                new
                {
                    company = "Orsay Biotech",
                    position = "Stage",
                    link = "https://example.org/1",
                }
            )
        ).Text("id");
        using var edited = await user.Client.PatchAsJsonAsync($"/api/applications/{id}", new { link = "https://example.org/2" });
        await edited.ReadAsync(200);
        Assert.Empty(await user.ItemsAsync("/api/applications/duplicates?link=https://example.org/1"));
        Assert.Single(await user.ItemsAsync("/api/applications/duplicates?link=https://example.org/2"));
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
