using System.Net.Http.Json;
using JobTracker.Testing;
using JobTracker.Testing.Mail;
using JobTracker.Tests.Architecture;

namespace JobTracker.Tests.Attacks;

/// <summary>Headers by which a request claims to come from, or go to, somewhere else.</summary>
[Collection(AttackSite.Name)]
public sealed class SpoofedHeaderTests(AttackSite site)
{
    private const string Evil = "evil.example";

    /// <summary>What some frameworks and proxies believe.</summary>
    private static readonly (string Name, string Value)[] Claims =
    [
        ("X-Forwarded-Host", Evil),
        ("X-Forwarded-Server", Evil),
        ("X-Forwarded-Proto", "https"),
        ("X-Forwarded-Prefix", $"//{Evil}"),
        ("X-Host", Evil),
        ("X-Original-Host", Evil),
        ("Forwarded", $"for=1.2.3.4;host={Evil};proto=https"),
        ("X-Original-URL", "/admin"),
        ("X-Rewrite-URL", "/admin"),
        ("Referer", $"https://{Evil}/"),
    ];

    [Fact]
    public async Task No_page_believes_where_a_header_says_that_it_is()
    {
        using var person = await site.SomebodyAsync();
        using var browser = await TestBrowser.SignInAsync(site.App, person.User);
        using var visitor = site.App.CreateClient();
        foreach (var client in new[] { browser.Client, visitor })
        foreach (var (name, value) in Claims)
            client.DefaultRequestHeaders.Add(name, value);
        foreach (var page in (await PageHandler.AllAsync(site.App)).Where(page => page.Verb == "Get" && !page.IsForAdministrators))
        foreach (var client in new[] { browser.Client, visitor })
        {
            using var answer = await client.GetAsync(page.PathFor(person));
            Assert.DoesNotContain(Evil, $"{answer.Headers}{await answer.Content.ReadAsStringAsync()}", StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public async Task What_leaves_the_site_names_its_own_address_whatever_the_host_header_says()
    {
        using var user = await site.App.RegisterAsync();
        user.Client.DefaultRequestHeaders.Host = Evil;
        using var forgot = await user.Client.PostAsJsonAsync("/api/auth/forgot-password", new { email = user.Email });
        await forgot.ReadAsync(202);
        var mail = await site.App.Mail.NextAsync(user.Email, "reset_password");
        Assert.Equal(site.App.Address.Authority, mail.Link().Authority);
        Assert.DoesNotContain(Evil, mail.Letter.Text + mail.Letter.Html, StringComparison.OrdinalIgnoreCase);
        using var shared = await user.SendAsync(HttpMethod.Post, "/api/calendar");
        Assert.Equal(site.App.Address.Authority, new Uri((await shared.ReadAsync(201)).Text("url")!).Authority);
        foreach (var path in new[] { "/board", "/settings", "/today", "/admin", "/openapi/v1.json", "/docs", "/api/applications" })
        {
            using var client = site.App.CreateClient();
            client.DefaultRequestHeaders.Host = Evil;
            using var answer = await client.GetAsync(path);
            Assert.DoesNotContain(Evil, $"{answer.Headers}{await answer.Content.ReadAsStringAsync()}", StringComparison.OrdinalIgnoreCase);
        }
    }

    [Theory]
    [InlineData("X-HTTP-Method-Override")]
    [InlineData("X-HTTP-Method")]
    [InlineData("X-Method-Override")]
    public async Task A_read_stays_a_read(string header)
    {
        using var user = await site.App.RegisterAsync();
        var path = $"/api/applications/{(await user.AddAsync())["id"]}";
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add(header, "DELETE");
        using var answer = await user.Client.SendAsync(request);
        await answer.ReadAsync(200);
        await user.GetAsync(path);
    }

    [Theory]
    [InlineData("User-Agent: a\r b\r\n")]
    [InlineData("User-Agent: a\0b\r\n")]
    [InlineData("User-Agent : a\r\n")]
    [InlineData("X: a\r\n folded\r\n")]
    [InlineData("Content-Length: 1\r\nContent-Length: 2\r\n")]
    [InlineData("Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n")]
    [InlineData("Host: other.example\r\n")]
    public async Task A_header_that_could_be_read_in_two_ways_is_refused(string header)
    {
        using var line = await RawLine.OpenAsync(site.App.Address);
        await line.SendAsync($"POST /account/sign-in HTTP/1.1\r\nHost: localhost\r\n{header}\r\n");
        Assert.StartsWith("HTTP/1.1 400 ", await line.ReadToEndAsync(), StringComparison.Ordinal);
    }
}
