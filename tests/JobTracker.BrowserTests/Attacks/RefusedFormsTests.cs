using System.Net;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Playwright;

namespace JobTracker.BrowserTests.Attacks;

/// <summary>Forms that come back with what was typed in them.</summary>
public sealed class RefusedFormsTests(Site site, HostileSite hostile) : AttackTest(site, hostile)
{
    private const string Token = "__RequestVerificationToken";
    private const int TooLong = 6_000;

    private static readonly int[] Refusals = [400, 403, 404, 405, 409, 410, 412, 413, 415, 422, 429];

    /// <summary>They show nothing that was typed, and nobody is signed in afterwards, or nothing is left to show.</summary>
    private static readonly string[] EndsEverything =
    [
        "SignOut",
        "SignOutOthers",
        "SignOutEverywhere",
        "Deactivate",
        "Delete",
        "Remove",
        "Cancel",
    ];

    [Fact]
    public async Task What_is_refused_comes_back_as_words()
    {
        foreach (var status in Refusals)
            Expects(status);
        var account = await Hostile.CreateAccountAsync();
        // Letters go to real addresses only.
        await App.ExecuteAsync($"update users set email = {account.User.Email} where id = {account.User.Id}");
        var (own, visitor) = (await OpenAsync(account), await OpenAsync(account: null));
        var complaints = new List<string>();
        var redisplayed = 0;
        foreach (var handler in (await Pages.AllAsync(App)).Where(handler => handler.Verb == "POST" && handler.Fields.Count > 0))
        {
            if (EndsEverything.Contains(handler.Name, StringComparer.Ordinal))
                continue;
            // Where somebody signed in is led on, a visitor types.
            var page = handler.Pattern.StartsWith("account/", StringComparison.Ordinal) ? visitor : own;
            await page.GotoAsync(page == own ? "/settings/delete" : "/account/sign-in");
            var path = Addresses.For(account, Addresses.ByPattern[handler.Pattern].FirstOrDefault() ?? $"/{handler.Pattern}").Split('?')[0];
            var answer = await PostAsync(page, $"{path}?handler={handler.Name}", await FormAsync(page, account, handler));
            if (answer is null || answer.Status >= 500)
                complaints.Add($"{handler} answers {answer?.Status}");
            complaints.AddRange(await PlantedAsync(page));
            if (await page.EvaluateAsync<bool>("mark => document.querySelector('main, body').innerHTML.includes(mark)", Corpus.Mark))
                redisplayed++;
        }
        None(complaints);
        Assert.True(redisplayed > 20, $"Only {redisplayed} forms showed what was typed.");
    }

    private static async Task<Dictionary<string, string>> FormAsync(IPage page, HostileAccount account, PageHandler handler)
    {
        var form = handler
            .Fields.Where(field => field.Value != typeof(IFormFile))
            .Select((field, at) => (field.Key, Value: ValueFor(account, field.Key, field.Value, at)))
            .ToDictionary(field => field.Key, field => field.Value, StringComparer.Ordinal);
        form[Token] = await page.Locator($"input[name={Token}]").First.InputValueAsync();
        return form;
    }

    // Ids are right, so that the page about the row comes back; numbers and days are not what they should be, and words are too long.
    private static string ValueFor(HostileAccount account, string name, Type type, int at)
    {
        if (type == typeof(Guid) && account.Ids.TryGetValue(name is "into" or "id" ? "application" : name, out var id))
            return id;
        return type == typeof(string) ? Corpus.Line(TooLong, at) : Corpus.Breaker;
    }

    /// <summary>As if a form of the site had been sent: the page shows what comes back.</summary>
    private static async Task<IResponse?> PostAsync(IPage page, string path, Dictionary<string, string> form)
    {
        var body = string.Join('&', form.Select(field => $"{WebUtility.UrlEncode(field.Key)}={WebUtility.UrlEncode(field.Value)}"));
        await page.RouteAsync(
            address => address.EndsWith(path, StringComparison.Ordinal),
            route =>
                route.ContinueAsync(
                    new()
                    {
                        Method = "POST",
                        PostData = Encoding.UTF8.GetBytes(body),
                        Headers = new Dictionary<string, string>(route.Request.Headers, StringComparer.Ordinal)
                        {
                            ["content-type"] = "application/x-www-form-urlencoded",
                        },
                    }
                ),
            new() { Times = 1 }
        );
        return await page.GotoAsync(path);
    }
}
