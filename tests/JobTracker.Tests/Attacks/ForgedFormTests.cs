using System.Net;
using JobTracker.Testing;
using JobTracker.Tests.Architecture;

namespace JobTracker.Tests.Attacks;

/// <summary>What another site makes somebody's browser send (CSRF).</summary>
[Collection(AttackSite.Name)]
public sealed class ForgedFormTests(AttackSite site)
{
    private const string AnyForm = "/settings";

    /// <summary>Taken without a token, on purpose: mail programs send the first, the second shows what went wrong.</summary>
    private static readonly string[] WithoutToken = ["unsubscribe/{token}", "error/{code:int}"];

    [Fact]
    public async Task A_form_without_its_own_token_is_refused_by_every_handler_and_changes_nothing()
    {
        using var person = await site.SomebodyAsync();
        using var other = await site.App.RegisterAsync();
        // Everybody else is sent away from administration before the form is looked at.
        await site.App.MakeAdminAsync(person.User);
        using var browser = TestBrowser.Open(site.App);
        var ofNobody = await browser.TokenAsync("/account/sign-in");
        await browser.SignInAsync(person.User);
        using var others = await TestBrowser.SignInAsync(site.App, other);
        var ofAnother = await others.TokenAsync(AnyForm);
        using var planted = PlantedBrowser(browser, others);
        var posts = (await PageHandler.AllAsync(site.App))
            .Where(handler => handler.Verb != "Get" && !WithoutToken.Contains(handler.Pattern))
            .ToList();
        Assert.InRange(posts.Count, 60, 500);

        var before = await site.TablesAsync();
        foreach (var handler in posts)
        {
            var path = handler.PathFor(Administered(person, other));
            foreach (
                var (client, token, whose) in new[]
                {
                    (browser.Client, null, "no token"),
                    (browser.Client, ofNobody, "the token of before the sign-in"),
                    (browser.Client, ofAnother, "somebody else's token"),
                    (planted, ofAnother, "somebody else's token and its cookie"),
                }
            )
            {
                var fields = handler.Fields.Where(_ => true).ToList();
                if (token is not null)
                    fields.Add(new(TestBrowser.TokenField, token));
                using var form = new FormUrlEncodedContent(fields);
                using var answer = await client.PostAsync(path, form);
                Assert.True((int)answer.StatusCode == 400, $"{handler} answers {(int)answer.StatusCode} to a form with {whose}.");
            }
        }
        (await site.TablesAsync()).AssertUnchangedSince(before, "A form without its token");
    }

    [Fact]
    public async Task A_refused_form_says_why_on_a_page()
    {
        using var user = await site.App.RegisterAsync();
        using var browser = await TestBrowser.SignInAsync(site.App, user);
        using var form = new FormUrlEncodedContent([new("Input.Company", "Kept")]);
        using var answer = await browser.Client.PostAsync("/applications/add", form);
        Assert.Equal(400, (int)answer.StatusCode);
        Assert.Contains("This form was open for too long", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    /// <summary>The person's sign-in, with the form cookie of somebody else set beside it, as a neighbouring site under the same name could.</summary>
    private HttpClient PlantedBrowser(TestBrowser own, TestBrowser others)
    {
        var cookies = new CookieContainer();
        foreach (Cookie cookie in own.Cookies.GetCookies(site.App.Address))
            if (!IsOfForms(cookie))
                cookies.Add(site.App.Address, new Cookie(cookie.Name, cookie.Value));
        foreach (Cookie cookie in others.Cookies.GetCookies(site.App.Address))
            if (IsOfForms(cookie))
                cookies.Add(site.App.Address, new Cookie(cookie.Name, cookie.Value));
        return site.App.CreateClient(cookies);
    }

    private static bool IsOfForms(Cookie cookie) => cookie.Name.Contains("Antiforgery", StringComparison.Ordinal);

    /// <summary>The person's rows, and somebody to administer.</summary>
    private static Possessions Administered(Possessions person, TestUser other) =>
        person with
        {
            Ids = new Dictionary<string, string>(person.Ids, StringComparer.Ordinal)
            {
                ["admin/users/{id:guid}"] = other.Id.ToString(),
                ["admin/invitations?invitation"] = Guid.Empty.ToString(),
            },
        };
}
