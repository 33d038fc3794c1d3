using System.Net;
using JobTracker.Testing;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace JobTracker.BrowserTests.Journeys;

/// <summary>What a hostile page or person may post: every handler that the app has, found by asking the app.</summary>
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

    [Fact]
    public async Task Every_form_without_its_token_is_refused()
    {
        using var owner = await site.App.RegisterAsync();
        var id = Guid.Parse((await owner.AddAsync())["id"]!.ToString());
        // Everybody else is sent away from administration before the form is looked at.
        await site.App.MakeAdminAsync(owner);
        var entry = (await owner.ItemsAsync($"/api/applications/{id}/history"))[0];
        using var session = await Session.SignInAsync(site.App, owner.Email);

        var handlers = await HandlersAsync(id, Guid.Parse(entry["id"]!.ToString()));
        foreach (
            var (_, path) in handlers.Where(handler =>
                handler.Method == "Post" && !handler.Path.StartsWith("/error", StringComparison.Ordinal)
            )
        )
        {
            using var answer = await session.PostWithoutTokenAsync(path);
            Assert.True(answer.StatusCode == HttpStatusCode.BadRequest, $"{path} answered {(int)answer.StatusCode}");
            Assert.Contains("This form was open for too long", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
        Assert.Equal("Kestrel Maps", (await owner.GetAsync($"/api/applications/{id}"))["company"]!.ToString());
    }

    [Theory]
    [InlineData("/preferences/theme", "returnUrl", "theme", "dark")]
    [InlineData("/preferences/language", "returnUrl", "language", "en")]
    [InlineData("/applications?handler=BulkDelete", "back", "Ids", "0197f3a0-0000-7000-8000-000000000000")]
    public async Task No_handler_leads_to_another_site(string path, string parameter, string field, string value)
    {
        using var person = await site.App.RegisterAsync();
        using var session = await Session.SignInAsync(site.App, person.Email);

        foreach (
            var elsewhere in new[]
            {
                "https://evil.example/",
                "//evil.example",
                "/\\evil.example",
                "\\\\evil.example",
                "javascript:alert(1)",
            }
        )
        {
            var address =
                $"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{parameter}={Uri.EscapeDataString(elsewhere)}";
            using var answer = await session.PostAsync(address, (field, value), (parameter, elsewhere));
            Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
            Assert.Equal(site.App.Address.Authority, new Uri(site.App.Address, answer.Headers.Location!).Authority);
        }
    }

    private async Task<List<(string Method, string Path)>> HandlersAsync(Guid id, Guid changeId)
    {
        var loader = site.App.Services.GetRequiredService<PageLoader>();
        var links = site.App.Services.GetRequiredService<LinkGenerator>();
        var found = new List<(string, string)>();
        foreach (
            var page in site
                .App.Services.GetRequiredService<IActionDescriptorCollectionProvider>()
                .ActionDescriptors.Items.OfType<PageActionDescriptor>()
        )
        {
            var compiled = await loader.LoadAsync(page, EndpointMetadataCollection.Empty);
            foreach (var handler in compiled.HandlerMethods)
            {
                var takesId = handler.Parameters.Any(parameter => parameter.Name == "id");
                var values = new
                {
                    id = takesId ? id : (Guid?)null,
                    changeId = handler.Parameters.Any(parameter => parameter.Name == "changeId") ? changeId : (Guid?)null,
                    code = "404",
                };
                if (links.GetPathByPage(page.ViewEnginePath, handler.Name, values) is { } path)
                    found.Add((handler.HttpMethod, path));
            }
        }
        return found;
    }
}
