using System.Net;
using JobTracker.Testing;

namespace JobTracker.BrowserTests.Journeys;

/// <summary>What a hostile person may post. Every handler of the app is tried by the attack tests, which need no browser.</summary>
public sealed class ForeignHandlerTests(Site site)
{
    [Fact]
    public async Task Bulk_changes_pass_over_another_person_s_rows()
    {
        using var owner = await site.App.RegisterAsync();
        using var other = await site.App.RegisterAsync();
        var id = (await owner.AddAsync())["id"]!.ToString();
        using var session = await Session.SignInAsync(site.App, other.Email);

        foreach (var handler in new[] { "Bulk", "BulkDelete" })
        {
            using var answer = await session.PostAsync($"/applications?handler={handler}", ("Ids", id), ("Set.Status", "Offer"));
            Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        }
        Assert.Equal("draft", (await owner.GetAsync($"/api/applications/{id}"))["status"]!.ToString());
    }
}
