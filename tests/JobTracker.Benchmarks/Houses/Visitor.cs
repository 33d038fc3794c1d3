using System.Text.RegularExpressions;
using JobTracker.Testing;

namespace JobTracker.Benchmarks.Houses;

/// <summary>Somebody with an account, and what a program and a browser send along for them.</summary>
internal sealed partial record Visitor(Guid Id, string Token, string Cookie)
{
    // The site's name for it in Production, and in Development, which the short form uses.
    private static readonly string[] Names = ["__Host-jobtracker=", "jobtracker="];

    /// <summary>What a proxy adds: published sites are reached by https only.</summary>
    public static readonly IReadOnlyDictionary<string, string> ByProxy = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["X-Forwarded-Proto"] = "https",
        ["X-Forwarded-For"] = "203.0.113.7",
    };

    public string TokenLine => $"Authorization: Bearer {Token}";

    public string CookieLine => $"Cookie: {Cookie}";

    public static async Task<Visitor> RegisterAsync(Uri site, string email)
    {
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = site };
        var user = await TestUser.RegisterAsync(client, email);
        client.DefaultRequestHeaders.Authorization = null;
        foreach (var (name, value) in ByProxy)
            client.DefaultRequestHeaders.Add(name, value);
        using var page = await client.GetAsync(new Uri("/account/sign-in", UriKind.Relative));
        using var request = new HttpRequestMessage(HttpMethod.Post, "/account/sign-in");
        request.Headers.Add("Cookie", CookiesOf(page));
        request.Content = new FormUrlEncodedContent(
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["Input.Email"] = email,
                ["Input.Password"] = TestUser.Password,
                ["__RequestVerificationToken"] = FormToken().Match(await page.Content.ReadAsStringAsync()).Groups["token"].Value,
            }
        );
        using var signedIn = await client.SendAsync(request);
        var cookie = CookiesOf(signedIn).FirstOrDefault(set => Names.Any(name => set.StartsWith(name, StringComparison.Ordinal)));
        return new Visitor(user.Id, user.Token, cookie ?? throw new InvalidOperationException($"No sign-in: {signedIn.StatusCode}."));
    }

    private static IEnumerable<string> CookiesOf(HttpResponseMessage answer) =>
        answer.Headers.TryGetValues("Set-Cookie", out var set) ? set.Select(cookie => cookie.Split(';')[0]) : [];

    [GeneratedRegex(
        "name=\"__RequestVerificationToken\" type=\"hidden\" value=\"(?<token>[^\"]+)\"",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex FormToken();
}
