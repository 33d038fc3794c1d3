using System.Text.RegularExpressions;
using JobTracker.Testing;
using JobTracker.Tests.Architecture;
using JobTracker.Tests.Web.Documents;

namespace JobTracker.Tests.Attacks;

/// <summary>The cookie of a browser is for pages, the token of a program is for the API; neither opens the other.</summary>
[Collection(AttackSite.Name)]
public sealed partial class CredentialTests(AttackSite site)
{
    [Fact]
    public async Task A_cookie_opens_no_route_of_the_api()
    {
        using var user = await site.App.RegisterAsync();
        await site.App.MakeAdminAsync(user);
        using var browser = await TestBrowser.SignInAsync(site.App, user);
        var protectedOnes = (await Contract.ReadAsync(site.App)).Operations.Where(operation =>
            operation.Operation["security"]?.AsArray() is [{ } first, ..] && first["Bearer"] is not null
        );
        foreach (var operation in protectedOnes)
        {
            var path = Parameter().Replace(operation.Path, user.Id.ToString());
            using var request = new HttpRequestMessage(new HttpMethod(operation.Method), path);
            using var answer = await browser.Client.SendAsync(request);
            Assert.True((int)answer.StatusCode == 401, $"{operation} answers {(int)answer.StatusCode} to a cookie.");
        }
    }

    [Fact]
    public async Task A_token_opens_no_page()
    {
        using var person = await site.SomebodyAsync();
        await site.App.MakeAdminAsync(person.User);
        using var visitor = site.App.CreateClient();
        var ids = new Dictionary<string, string>(person.Ids, StringComparer.Ordinal)
        {
            ["admin/users/{id:guid}"] = person.User.Id.ToString(),
        };
        foreach (var page in (await PageHandler.AllAsync(site.App)).Where(handler => handler.Verb == "Get"))
        {
            var path = page.PathFor(person with { Ids = ids });
            using var withToken = await person.User.Client.GetAsync(path);
            using var without = await visitor.GetAsync(path);
            Assert.True(
                withToken.StatusCode == without.StatusCode && withToken.Headers.Location == without.Headers.Location,
                $"{page} answers {(int)withToken.StatusCode} to a token, and {(int)without.StatusCode} to nobody."
            );
        }
    }

    [Fact]
    public async Task A_cookie_of_before_the_secret_was_changed_opens_nothing()
    {
        using var user = await site.App.RegisterAsync();
        using var browser = await TestBrowser.SignInAsync(site.App, user);
        await using var changed = site.App.StartAnother(("JWT_SECRET", "mX9w-another-test-secret-L2sT8bN5yC1hD6"));
        using var client = changed.CreateClient();
        client.DefaultRequestHeaders.Add("Cookie", browser.Cookies.GetCookieHeader(site.App.Address));
        using var answer = await client.GetAsync("/settings");
        Assert.StartsWith("/account/sign-in", answer.Headers.Location?.OriginalString, StringComparison.Ordinal);
        using var before = await browser.Client.GetAsync("/settings");
        Assert.Equal(200, (int)before.StatusCode);
    }

    [GeneratedRegex(@"\{\w+\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Parameter();
}
