using JobTracker.Testing;
using JobTracker.Tests.Architecture;
using JobTracker.Tests.Features.Accounts;

namespace JobTracker.Tests.Attacks;

/// <summary>Addresses to go back to that lead to another site (open redirect).</summary>
[Collection(AttackSite.Name)]
public sealed class ElsewhereTests(AttackSite site)
{
    private const string AnyForm = "/settings";

    /// <summary>What is put where a page of this site is expected.</summary>
    private static readonly string[] Elsewhere =
    [
        "//evil.example",
        "///evil.example",
        "/\\evil.example",
        "\\\\evil.example",
        "/%2f%2fevil.example",
        "/%5cevil.example",
        "https:evil.example",
        "https:/evil.example",
        "https://evil.example/",
        "\t//evil.example",
        "/\t/evil.example",
        " //evil.example",
        "/\n/evil.example",
        "javascript:alert(1)",
        "data:text/html,evil",
        "~//evil.example",
        "~/\\evil.example",
        "@evil.example",
        "/@evil.example",
        "/a\r\nLocation: https://evil.example",
        "/a%0d%0aLocation:%20https://evil.example",
        "/\u2215evil.example",
        "\uFF0F\uFF0Fevil.example",
        "/\uFF0Fevil.example",
        "http://127.0.0.1@evil.example/",
        "/..//evil.example",
        "//",
        "",
        "evil.example",
    ];

    private static readonly string Long = $"//evil.example/{new string('a', 6_000)}";

    [Fact]
    public async Task After_any_form_people_stay_on_this_site()
    {
        using var person = await site.SomebodyAsync();
        using var browser = await TestBrowser.SignInAsync(site.App, person.User);
        var token = await browser.TokenAsync(AnyForm);
        var handlers = (await PageHandler.AllAsync(site.App))
            .SelectMany(
                handler => handler.Parameters.Concat(handler.Bound).Where(IsAddress),
                (handler, parameter) => (Handler: handler, parameter.Name)
            )
            .Where(one => one.Handler.Verb == "Post" && !one.Handler.Pattern.StartsWith("account/sign-in", StringComparison.Ordinal))
            .ToList();
        Assert.InRange(handlers.Count, 8, 50);
        foreach (var (handler, name) in handlers)
        {
            var led = 0;
            foreach (var address in (string[])[.. Elsewhere, Long])
            {
                await site.App.ExecuteAsync($"update applications set deleted_at = null where user_id = {person.User.Id}");
                var fields = handler
                    .Fields.Append(new(name, address))
                    .Append(new(TestBrowser.TokenField, token))
                    .Append(new("theme", "dark"))
                    .Append(new("language", "en"));
                using var form = new FormUrlEncodedContent(fields);
                using var answer = await browser.Client.PostAsync(handler.PathFor(person), form);
                Assert.True((int)answer.StatusCode < 500, $"{handler} answers {(int)answer.StatusCode} to {name}={address}.");
                AssertStays(answer, $"{handler} with {name}={address}");
                led += answer.Headers.Location is null ? 0 : 1;
            }
            // A second time some have nothing to do.
            Assert.True(led > 0, $"{handler} led nowhere: is its form right?");
        }
    }

    [Fact]
    public async Task After_signing_in_people_stay_on_this_site()
    {
        using var user = await site.App.RegisterAsync();
        foreach (var address in (string[])["/board", .. Elsewhere, Long])
        {
            using var browser = TestBrowser.Open(site.App);
            var page = $"/account/sign-in?back={Uri.EscapeDataString(address)}";
            using var answer = await browser.PostAsync(page, Credentials(user), formOn: "/account/sign-in");
            Assert.Equal(302, (int)answer.StatusCode);
            AssertStays(answer, $"Signing in with back={address}");
        }
    }

    [Fact]
    public async Task After_the_code_too_people_stay_on_this_site()
    {
        using var user = await site.App.RegisterAsync();
        var two = await TwoFactorOn.SwitchAsync(site.App, user);
        foreach (var address in (string[])["/board", .. Elsewhere])
        {
            using var browser = TestBrowser.Open(site.App);
            using var asked = await browser.PostAsync(
                $"/account/sign-in?back={Uri.EscapeDataString(address)}",
                Credentials(user),
                formOn: "/account/sign-in"
            );
            AssertStays(asked, $"The first step with back={address}");
            await site.App.ExecuteAsync($"update authenticators set last_step = 0 where user_id = {user.Id}");
            var code = two.Phone.CodeAt(site.App.Clock.GetUtcNow());
            var next = asked.Headers.Location!.ToString();
            using var answer = await browser.PostAsync(next, [new("Input.Code", code)], formOn: next);
            Assert.Equal(302, (int)answer.StatusCode);
            AssertStays(answer, $"The second step with back={address}");
        }
    }

    /// <summary>Where to go on is a path, and a browser that reads it on this site stays here.</summary>
    private void AssertStays(HttpResponseMessage answer, string what)
    {
        if (answer.Headers.Location is not { } location)
            return;
        var text = location.OriginalString;
        Assert.True(
            text is ['/'] or ['/', not ('/' or '\\'), ..]
                && !text.Any(char.IsControl)
                && new Uri(site.App.Address, location).Authority == site.App.Address.Authority,
            $"{what} leads to {text}"
        );
        Assert.Single(answer.Headers.GetValues("Location"));
    }

    private static bool IsAddress((string Name, Type Type) parameter) =>
        parameter.Type == typeof(string)
        && (
            parameter.Name.Contains("back", StringComparison.OrdinalIgnoreCase)
            || parameter.Name.Contains("url", StringComparison.OrdinalIgnoreCase)
        );

    private static Dictionary<string, string> Credentials(TestUser user) =>
        new(StringComparer.Ordinal) { ["Input.Email"] = user.Email, ["Input.Password"] = TestUser.Password };
}
