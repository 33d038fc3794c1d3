using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using JobTracker.Testing;
using JobTracker.Testing.Ai;
using JobTracker.Tests.Features.Coach.Context;

namespace JobTracker.Tests.Features.Coach.Mock;

/// <summary>The site with a model that says what a test wants.</summary>
public sealed class MockSite : IAsyncLifetime
{
    private FakeGemini? gemini;
    private JobTrackerApp? app;

    public FakeGemini Gemini => gemini!;
    public JobTrackerApp App => app!;

    public async ValueTask InitializeAsync()
    {
        gemini = await FakeGemini.StartAsync();
        app = await JobTrackerApp.StartAsync(
            ("GEMINI_API_KEY", "the-sites-own-key-in-tests"),
            ("Gemini:BaseUrl", gemini.Address.AbsoluteUri),
            ("Limits:CoachPerMinute", "0"),
            ("Quotas:MaxApplicationsPerUser", "")
        );
    }

    public async ValueTask DisposeAsync()
    {
        if (app is not null)
            await app.DisposeAsync();
        if (gemini is not null)
            await gemini.DisposeAsync();
    }
}

/// <summary>Somebody who practises.</summary>
internal sealed partial record Candidate(MockSite Site, TestUser User, TestBrowser Browser, string Application) : IDisposable
{
    public const string Answer =
        "In my second year I built a map viewer. It was slow, so I replaced the scan with an R-tree. It got a lot faster.";

    public static readonly string[] Questions = ["Why maps?", "What did you make faster?", "What would you ask us?"];

    /// <summary>Has agreed to sending data.</summary>
    public static async Task<Candidate> CreateAsync(MockSite site, string language = "en")
    {
        var user = await site.App.RegisterAsync();
        await site.App.SpeakAsync(user, language);
        await site.App.ExecuteAsync($"update user_accounts set gemini_agreed_at = now() where user_id = {user.Id}");
        var application = await user.AddAsync(
            "/api/applications",
            new
            {
                company = "Kestrel Maps",
                position = "Engineer",
                posting = "Maps.",
            }
        );
        return new Candidate(site, user, await TestBrowser.SignInAsync(site.App, user), application);
    }

    public static Script Given(params string[] questions) =>
        GeminiWords.Reply(
            new JsonObject
            {
                ["questions"] = new JsonArray([.. questions.Select(text => (JsonNode)new JsonObject { ["question"] = text })]),
            }.ToJsonString()
        );

    /// <summary>Good feedback on <see cref="Answer"/>, with some fields other or gone.</summary>
    public static JsonObject Feedback(params (string Field, JsonNode? Value)[] other)
    {
        var feedback = new JsonObject
        {
            ["evidence"] = new JsonArray(
                new JsonObject { ["quote"] = "I replaced the scan with an R-tree", ["comment"] = "A clear action." },
                new JsonObject { ["quote"] = "I doubled the revenue", ["comment"] = "Never said." }
            ),
            ["star"] = new JsonObject
            {
                ["situation"] = "present",
                ["task"] = "weak",
                ["action"] = "present",
                ["result"] = "missing",
            },
            ["relevance"] = 4,
            ["clarity"] = 4,
            ["specificity"] = 2,
            ["strengths"] = new JsonArray("One story, in order."),
            ["improvements"] = new JsonArray("Say the number."),
            ["improved_answer"] = "I replaced the scan with an R-tree, and a search took [the time after] instead of [the time before].",
            ["follow_up"] = "How did you measure it?",
        };
        foreach (var (field, value) in other)
        {
            if (value is null)
                feedback.Remove(field);
            else
                feedback[field] = value;
        }
        return feedback;
    }

    /// <summary>Sets up an interview of three questions and gives its address.</summary>
    public async Task<string> StartAsync()
    {
        Site.Gemini.Next(Given(Questions));
        using var answer = await Browser.PostAsync("/coach/mock/new", SetUp(), formOn: "/coach/mock/new");
        Assert.Equal(302, (int)answer.StatusCode);
        return answer.Headers.Location!.ToString();
    }

    public Dictionary<string, string> SetUp(string questions = "3") =>
        new(StringComparer.Ordinal)
        {
            ["Input.ApplicationId"] = Application,
            ["Input.Type"] = "Technical",
            ["Input.Questions"] = questions,
            ["Input.Language"] = "en",
            ["Input.Difficulty"] = "Usual",
        };

    /// <summary>Sends an answer from the page that shows its question.</summary>
    public async Task<HttpResponseMessage> AnswerAsync(string address, string text = Answer)
    {
        var page = await PageAsync(address);
        var form = (IHtmlFormElement)page.QuerySelector("form:has(textarea[name='Input.Answer'])")!;
        var fields = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Input.Answer"] = text,
            ["Input.Since"] = page.QuerySelector("input[name='Input.Since']")!.GetAttribute("value")!,
        };
        return await Browser.PostAsync(form.GetAttribute("action")!, fields, formOn: address);
    }

    /// <summary>Presses the button of a form that has no fields.</summary>
    public async Task<HttpResponseMessage> PressAsync(string address, string handler)
    {
        var page = await PageAsync(address);
        var form = page.QuerySelector($"form[action*='handler={handler}']");
        Assert.True(form is not null, $"{address} has no {handler}.");
        return await Browser.PostAsync(
            form.GetAttribute("action")!,
            new Dictionary<string, string>(StringComparer.Ordinal),
            formOn: address
        );
    }

    public async Task<IHtmlDocument> PageAsync(string address) =>
        new HtmlParser().ParseDocument(await Browser.Client.GetStringAsync(address));

    /// <summary>What a person reads, in one line.</summary>
    public async Task<string> TextAsync(string address) =>
        Blanks().Replace((await PageAsync(address)).QuerySelector("main")!.TextContent, " ");

    public async Task<int> MessagesAsync() =>
        await Site.App.ReadAsync(db => Task.FromResult(db.CoachUsage.Where(row => row.UserId == User.Id).Sum(row => row.Messages)));

    public void Dispose()
    {
        Browser.Dispose();
        User.Dispose();
    }

    [GeneratedRegex(@"\s+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Blanks();
}
