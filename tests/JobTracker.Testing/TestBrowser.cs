using System.Net;
using AngleSharp.Html.Parser;
using Xunit;

namespace JobTracker.Testing;

/// <summary>Somebody on the site itself, without scripts: the cookie, the pages and their forms.</summary>
public sealed class TestBrowser : IDisposable
{
    /// <summary>The field of every form that shows that this site made it.</summary>
    public const string TokenField = "__RequestVerificationToken";

    private TestBrowser(JobTrackerApp app) => Client = app.CreateClient(Cookies);

    public HttpClient Client { get; }

    /// <summary>What this browser remembers.</summary>
    public CookieContainer Cookies { get; } = new();

    /// <summary>Nobody is signed in yet.</summary>
    public static TestBrowser Open(JobTrackerApp app) => new(app);

    /// <summary>Signs in through the form.</summary>
    public static async Task<TestBrowser> SignInAsync(JobTrackerApp app, TestUser user)
    {
        var browser = Open(app);
        await browser.SignInAsync(user);
        return browser;
    }

    /// <summary>Signs in through the form of this browser.</summary>
    public async Task SignInAsync(TestUser user)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Input.Email"] = user.Email,
            ["Input.Password"] = TestUser.Password,
        };
        using var answer = await PostAsync("/account/sign-in", fields, formOn: "/account/sign-in");
        Assert.Equal(302, (int)answer.StatusCode);
    }

    /// <summary>Sends a form, with the token that a page of this site gave for its forms.</summary>
    /// <param name="path">Where the form goes.</param>
    /// <param name="fields">What was typed.</param>
    /// <param name="formOn">The page to take the token from.</param>
    public async Task<HttpResponseMessage> PostAsync(string path, IEnumerable<KeyValuePair<string, string>> fields, string formOn)
    {
        using var form = new FormUrlEncodedContent([.. fields, new(TokenField, await TokenAsync(formOn))]);
        return await Client.PostAsync(path, form);
    }

    /// <summary>Sends a form with a file, from the page where it stands; the form is disposed of.</summary>
    public async Task<HttpResponseMessage> UploadAsync(string path, MultipartFormDataContent form, string? formOn = null)
    {
        using var sent = form;
        sent.Add(new StringContent(await TokenAsync(formOn ?? path)), TokenField);
        return await Client.PostAsync(path, sent);
    }

    public void Dispose() => Client.Dispose();

    /// <summary>The token of a form on this page.</summary>
    public async Task<string> TokenAsync(string formOn)
    {
        var page = new HtmlParser().ParseDocument(await Client.GetStringAsync(formOn));
        var token = page.QuerySelector($"input[name={TokenField}]")?.GetAttribute("value");
        Assert.True(token is not null, $"{formOn} has no form.");
        return token;
    }
}
