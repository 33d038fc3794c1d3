using System.Net.Http.Json;
using JobTracker.Testing;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace JobTracker.Tests.Features.Admin;

public sealed class AdminRightsTests(SharedApp shared)
{
    private const string Users = "/api/admin/users";

    [Fact]
    public async Task Every_route_of_administration_is_forbidden_to_everybody_else()
    {
        using var user = await shared.App.RegisterAsync();
        using var visitor = shared.App.CreateClient();
        var routes =
            from endpoint in shared.App.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            where endpoint.RoutePattern.RawText!.StartsWith("/api/admin", StringComparison.Ordinal)
            from method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods
            select (method, path: endpoint.RoutePattern.RawText!.Replace("{id:guid}", user.Id.ToString(), StringComparison.Ordinal));
        var tried = routes.ToList();
        Assert.Equal(13, tried.Count);
        foreach (var (method, path) in tried)
        {
            using var forbidden = await user.SendAsync(new HttpMethod(method), path, method == "GET" ? null : new { });
            await forbidden.ProblemAsync(403, "forbidden");
            using var unknown = await visitor.SendAsync(new HttpRequestMessage(new HttpMethod(method), path));
            await unknown.ProblemAsync(401, "unauthenticated");
        }
    }

    [Fact]
    public async Task So_is_every_page_of_it()
    {
        using var user = await shared.App.RegisterAsync();
        using var browser = await TestBrowser.SignInAsync(shared.App, user);
        using var visitor = TestBrowser.Open(shared.App);
        var pages = shared
            .App.Services.GetRequiredService<EndpointDataSource>()
            .Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint =>
                endpoint.Metadata.GetMetadata<PageActionDescriptor>()?.ViewEnginePath.StartsWith("/Admin/", StringComparison.Ordinal)
                == true
            )
            .Select(endpoint => "/" + endpoint.RoutePattern.RawText!.Replace("{id:guid}", user.Id.ToString(), StringComparison.Ordinal))
            .ToList();
        Assert.Equal(4, pages.Count);
        foreach (var page in pages)
        {
            using var forbidden = await browser.Client.GetAsync(page);
            Assert.Equal(403, (int)forbidden.StatusCode);
            Assert.Contains("This page is not for you", await forbidden.Content.ReadAsStringAsync(), StringComparison.Ordinal);
            using var unknown = await visitor.Client.GetAsync(page);
            Assert.StartsWith("/account/sign-in", unknown.Headers.Location!.OriginalString, StringComparison.Ordinal);
        }
        Assert.DoesNotContain("/admin", await browser.Client.GetStringAsync("/applications"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rights_hold_from_the_next_request_on_and_so_does_their_end()
    {
        using var admin = await shared.App.RegisterAdminAsync();
        using var other = await shared.App.RegisterAsync();
        using var before = await other.Client.GetAsync(Users);
        await before.ProblemAsync(403, "forbidden");
        using var granted = await admin.SendAsync(HttpMethod.Put, $"{Users}/{other.Id}/admin");
        Assert.True((await granted.ReadAsync(200))["is_admin"]!.GetValue<bool>());
        await other.GetAsync(Users);
        Assert.True((await other.GetAsync("/api/auth/me"))["is_admin"]!.GetValue<bool>());
        using var revoked = await admin.SendAsync(HttpMethod.Delete, $"{Users}/{other.Id}/admin");
        await revoked.ReadAsync(200);
        using var after = await other.Client.GetAsync(Users);
        await after.ProblemAsync(403, "forbidden");
    }

    [Fact]
    public async Task An_address_in_the_settings_counts_only_once_it_is_confirmed()
    {
        await using var app = await JobTrackerApp.StartAsync(("Admin:Emails", "ada@example.org; Grace@Example.org"));
        using var grace = await app.RegisterAsync("grace@example.org");
        using var before = await grace.Client.GetAsync(Users);
        await before.ProblemAsync(403, "forbidden");
        await app.ExecuteAsync($"update users set email_confirmed = true where id = {grace.Id}");
        var rows = await grace.ItemsAsync(Users);
        Assert.True(Assert.Single(rows)["is_admin"]!.GetValue<bool>());
        using var revoked = await grace.SendAsync(HttpMethod.Delete, $"{Users}/{grace.Id}/admin");
        await revoked.ProblemAsync(409, "conflict");
    }

    [Fact]
    public async Task The_last_administrator_can_neither_be_shut_out_nor_step_down()
    {
        await using var app = await JobTrackerApp.StartAsync();
        using var admin = await app.RegisterAdminAsync();
        using var other = await app.RegisterAsync();
        using var out_ = await admin.SendAsync(HttpMethod.Post, $"{Users}/{admin.Id}/deactivate");
        await out_.ProblemAsync(409, "conflict");
        using var down = await admin.SendAsync(HttpMethod.Delete, $"{Users}/{admin.Id}/admin");
        await down.ProblemAsync(409, "conflict");
        using var granted = await admin.SendAsync(HttpMethod.Put, $"{Users}/{other.Id}/admin");
        await granted.ReadAsync(200);
        using var now = await admin.SendAsync(HttpMethod.Delete, $"{Users}/{admin.Id}/admin");
        Assert.False((await now.ReadAsync(200))["is_admin"]!.GetValue<bool>());
    }

    [Fact]
    public async Task Of_two_who_remove_each_other_at_once_one_stays()
    {
        await using var app = await JobTrackerApp.StartAsync();
        using var one = await app.RegisterAdminAsync();
        using var two = await app.RegisterAdminAsync();
        for (var round = 0; round < 5; round++)
        {
            await Task.WhenAll(
                one.SendAsync(HttpMethod.Delete, $"{Users}/{two.Id}/admin"),
                two.SendAsync(HttpMethod.Delete, $"{Users}/{one.Id}/admin")
            );
            var left = await app.ReadAsync(db => Task.FromResult(db.Users.Count(user => user.IsAdmin)));
            Assert.Equal(1, left);
            await app.MakeAdminAsync(one);
            await app.MakeAdminAsync(two);
        }
    }
}
