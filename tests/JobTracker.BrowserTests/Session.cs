using System.Net;
using System.Text.RegularExpressions;
using JobTracker.Testing;

namespace JobTracker.BrowserTests;

/// <summary>A signed-in visitor without a screen, for what needs no browser: getting its cookie, and posting forms that no page offers.</summary>
internal sealed partial class Session : IDisposable
{
    public const string CookieName = "jobtracker";

    private readonly HttpClientHandler handler = new() { AllowAutoRedirect = false, CookieContainer = new CookieContainer() };
    private readonly HttpClient client;

    private Session(Uri site) => client = new HttpClient(handler) { BaseAddress = site };

    public string CookieValue => handler.CookieContainer.GetCookies(client.BaseAddress!)[CookieName]!.Value;

    public static async Task<Session> SignInAsync(JobTrackerApp app, string email)
    {
        var session = new Session(app.Address);
        using var answer = await session.PostAsync("/account/sign-in", ("Input.Email", email), ("Input.Password", TestUser.Password));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return session;
    }

    /// <summary>Posts a form with the token that a page of this visitor carries.</summary>
    public async Task<HttpResponseMessage> PostAsync(string path, params (string Name, string Value)[] fields)
    {
        // The sign-in page has a form whoever asks; for those who are signed in it leads on, and their list has one.
        using var page = await client.GetAsync("/account/sign-in");
        var html = page.StatusCode == HttpStatusCode.OK ? await page.Content.ReadAsStringAsync() : await client.GetStringAsync("/settings");
        var token = TokenField().Match(html).Groups["token"].Value;
        using var form = new FormUrlEncodedContent(
            fields.Append(("__RequestVerificationToken", token)).Select(field => KeyValuePair.Create(field.Item1, field.Item2))
        );
        return await client.PostAsync(path, form);
    }

    public Task<HttpResponseMessage> GetAsync(string path) => client.GetAsync(path);

    public void Dispose()
    {
        client.Dispose();
        handler.Dispose();
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"(?<token>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex TokenField();
}
