using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using JobTracker.Testing;

namespace JobTracker.Tests.Features.Interviews;

/// <summary>The feature's pages as somebody without scripts sees them.</summary>
internal static class Pages
{
    /// <summary>A page; anything but the status fails the test.</summary>
    public static async Task<IHtmlDocument> SeeAsync(this TestBrowser browser, string path, int status = 200)
    {
        using var answer = await browser.Client.GetAsync(path);
        return await answer.SeenAsync(status);
    }

    /// <summary>The page that answers.</summary>
    public static async Task<IHtmlDocument> SeenAsync(this HttpResponseMessage answer, int status)
    {
        var html = await answer.Content.ReadAsStringAsync();
        Assert.True((int)answer.StatusCode == status, $"Expected {status}, got {(int)answer.StatusCode}: {html}");
        return new HtmlParser().ParseDocument(html);
    }

    /// <summary>Sends a form that does what it should, and gives the page that it leads to.</summary>
    public static async Task<IHtmlDocument> DoAsync(
        this TestBrowser browser,
        string path,
        string formOn,
        params (string Name, string Value)[] fields
    )
    {
        using var answer = await browser.SendAsync(path, formOn, fields);
        Assert.True((int)answer.StatusCode == 302, $"{path} answers {(int)answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
        return await browser.SeeAsync(answer.Headers.Location!.ToString());
    }

    /// <summary>Sends a form.</summary>
    public static Task<HttpResponseMessage> SendAsync(
        this TestBrowser browser,
        string path,
        string formOn,
        params (string Name, string Value)[] fields
    ) => browser.PostAsync(path, fields.ToDictionary(field => field.Name, field => field.Value, StringComparer.Ordinal), formOn);

    /// <summary>Sends the form for a new interview: 10:00 in London on 23 November 2026, with some fields more or other.</summary>
    public static Task<HttpResponseMessage> AddRoundAsync(
        this TestBrowser browser,
        string? application,
        params (string Name, string Value)[] fields
    )
    {
        var path = $"/interviews/add?application={application}";
        var all = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Input.Day"] = "2026-11-23",
            ["Input.Time"] = "10:00",
            ["Input.TimeZone"] = "Europe/London",
            ["Input.DurationMinutes"] = "60",
            ["Input.Type"] = "Technical",
            ["Input.Format"] = "Video",
        };
        foreach (var (name, value) in fields)
            all[$"Input.{name}"] = value;
        if (all.Remove("Input.Moves", out var moves))
            all["Moves"] = moves;
        return browser.PostAsync(path, all, formOn: "/interviews/add?application=" + application);
    }

    /// <summary>Its text with single blanks.</summary>
    public static string Words(this IElement? element)
    {
        Assert.NotNull(element);
        return string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>The names of the fields that are marked as wrong.</summary>
    public static IEnumerable<string> WrongFields(this IHtmlDocument page) =>
        page.QuerySelectorAll(".note-error a").Select(link => link.GetAttribute("href")!["#Input_".Length..]);
}
