using System.Net.Http.Json;
using System.Text.Json.Nodes;
using JobTracker.Testing;
using JobTracker.Testing.Ai;
using Microsoft.EntityFrameworkCore;

namespace JobTracker.Tests.Features.Coach.Keys;

public sealed class UpdateKeysTests : IAsyncLifetime
{
    private const string Path = "/api/auth/update-api-keys";
    private const string Google = "AIza-canary-of-google-0123456789-wxyz";
    private const string Openai = "sk-canary-of-openai-0123456789-6789";

    private FakeGemini? gemini;
    private FakeOpenAi? openAi;
    private JobTrackerApp? app;

    public async ValueTask InitializeAsync()
    {
        gemini = await FakeGemini.StartAsync();
        openAi = await FakeOpenAi.StartAsync();
        app = await JobTrackerApp.StartAsync(
            ("Gemini:BaseUrl", gemini.Address.AbsoluteUri),
            ("OpenAI:BaseUrl", openAi.Address.AbsoluteUri)
        );
    }

    public async ValueTask DisposeAsync()
    {
        await app!.DisposeAsync();
        await gemini!.DisposeAsync();
        await openAi!.DisposeAsync();
    }

    [Fact]
    public async Task A_text_sets_a_key_null_removes_it_and_what_is_left_out_stays()
    {
        using var user = await app!.RegisterAsync();
        AssertKeys(await user.GetAsync("/api/auth/me"), null, null);
        AssertKeys(await PutAsync(user, new { google_ai_key = Google }), "wxyz", null);
        AssertKeys(await PutAsync(user, new { openai_key = $" {Openai}\n" }), "wxyz", "6789");
        AssertKeys(await PutAsync(user, new { }), "wxyz", "6789");
        AssertKeys(await PutAsync(user, new { google_ai_key = (string?)null }), null, "6789");
        AssertKeys(await user.GetAsync("/api/auth/me"), null, "6789");
        // Tried by listing models: nothing was asked for that costs something.
        Assert.Equal(Google, Assert.Single(gemini!.Listings).Key);
        Assert.Equal(Openai, Assert.Single(openAi!.Listings).Key);
        Assert.Empty(gemini.Calls);
    }

    [Fact]
    public async Task Keys_are_sealed_in_the_database_and_never_in_an_answer()
    {
        using var user = await app!.RegisterAsync();
        using var answer = await user.Client.PutAsJsonAsync(Path, new { google_ai_key = Google, openai_key = Openai });
        Assert.DoesNotContain(
            "canary",
            await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
            StringComparison.Ordinal
        );
        var row = await app.ReadAsync(db => db.Accounts.SingleAsync(account => account.UserId == user.Id));
        Assert.DoesNotContain("canary", row.GoogleAiKey! + row.OpenaiKey, StringComparison.Ordinal);
        Assert.NotEqual(row.GoogleAiKey, row.OpenaiKey);
    }

    [Theory]
    [InlineData("en", "Gemini does not accept this key.")]
    [InlineData("fr", "Gemini n’accepte pas cette clé.")]
    public async Task A_key_that_the_provider_refuses_is_a_mistake_in_its_field_and_nothing_is_kept(string language, string message)
    {
        using var user = await app!.RegisterAsync();
        gemini!.Refuse(Google);
        user.Client.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);
        using var answer = await user.Client.PutAsJsonAsync(Path, new { google_ai_key = Google, openai_key = Openai });
        var problem = await answer.ProblemAsync(400, "invalid");
        Assert.Equal(message, problem["errors"]!["google_ai_key"]![0]!.GetValue<string>());
        Assert.DoesNotContain("canary", problem.ToJsonString(), StringComparison.Ordinal);
        AssertKeys(await user.GetAsync("/api/auth/me"), null, null);
    }

    [Theory]
    [InlineData("")]
    [InlineData("short")]
    [InlineData("with spaces in the middle of it")]
    [InlineData("with-an-accent-é-in-the-middle")]
    [InlineData("with-a-line\nbreak-in-the-middle")]
    public async Task What_cannot_be_a_key_is_not_even_tried(string key)
    {
        using var user = await app!.RegisterAsync();
        using var answer = await user.Client.PutAsJsonAsync(Path, new { google_ai_key = key, openai_key = new string('k', 301) });
        await answer.RefusesAsync("google_ai_key", "openai_key");
        Assert.Empty(gemini!.Listings);
        Assert.Empty(openAi!.Listings);
    }

    [Theory]
    [InlineData("""{"google_ai_key": 5}""", "google_ai_key")]
    [InlineData("""{"gemini_key": "AIza-0123456789-0123456789"}""", "gemini_key")]
    public async Task What_is_no_such_body_is_refused(string body, string field)
    {
        using var user = await app!.RegisterAsync();
        using var answer = await user.Client.SendRawAsync(HttpMethod.Put, Path, body);
        await answer.RefusesAsync(field);
    }

    [Fact]
    public async Task While_the_provider_is_away_nothing_is_kept_and_the_answer_says_when_to_come_back()
    {
        using var user = await app!.RegisterAsync();
        gemini!.NextListing(GeminiErrors.Overloaded(), GeminiErrors.Busy("26s"), GeminiErrors.WrongRegion());
        using var overloaded = await user.Client.PutAsJsonAsync(Path, new { google_ai_key = Google });
        await overloaded.ProblemAsync(503, "ai_overloaded");
        Assert.Equal("30", Assert.Single(overloaded.Headers.GetValues("Retry-After")));
        using var busy = await user.Client.PutAsJsonAsync(Path, new { google_ai_key = Google });
        await busy.ProblemAsync(503, "ai_busy");
        Assert.Equal("26", Assert.Single(busy.Headers.GetValues("Retry-After")));
        using var region = await user.Client.PutAsJsonAsync(Path, new { google_ai_key = Google });
        await region.ProblemAsync(502, "ai_region");
        AssertKeys(await user.GetAsync("/api/auth/me"), null, null);
    }

    private static async Task<JsonNode> PutAsync(TestUser user, object body)
    {
        using var answer = await user.Client.PutAsJsonAsync(Path, body);
        return await answer.ReadAsync(200);
    }

    private static void AssertKeys(JsonNode me, string? google, string? openai)
    {
        Assert.Equal((google, openai), (me.Text("google_ai_key_last4"), me.Text("openai_key_last4")));
        Assert.Equal(
            (google is not null, openai is not null),
            (me["has_google_ai_key"]!.GetValue<bool>(), me["has_openai_key"]!.GetValue<bool>())
        );
    }
}
