using JobTracker.Testing;
using JobTracker.Testing.Ai;
using JobTracker.Tests.Delivery;

namespace JobTracker.Tests.Features.Coach.Conversations;

/// <summary>What a process writes down about talking to the coach: ids and numbers, never what was said.</summary>
[Collection(ProcessesAlone.Name)]
public sealed class CoachLogsTests
{
    private const string Canary = "canary-9fQ2";

    [Fact]
    public async Task No_question_no_answer_no_posting_no_key_and_no_provider_body_is_in_the_logs()
    {
        await using var gemini = await FakeGemini.StartAsync();
        await using var database = await TestDatabase.CreateAsync("jobtracker", JobTrackerApp.MigrateAsync);
        var settings = Environments.Production(
            database.ConnectionString,
            ("GEMINI_API_KEY", $"key-{Canary}-of-the-site"),
            ("Gemini__BaseUrl", gemini.Address.AbsoluteUri)
        );
        gemini.Next(
            GeminiWords.Reply($"Answer {Canary}"),
            GeminiErrors.Answer(500, "INTERNAL", $"Body {Canary}"),
            GeminiErrors.Answer(500, "INTERNAL", $"Body {Canary}"),
            GeminiErrors.Answer(500, "INTERNAL", $"Body {Canary}")
        );
        await using var process = JobTrackerProcess.Start(settings);
        using (var talk = await TalkAsync(await process.CreateClientAsync()))
        {
            Assert.Equal($"Answer {Canary}", (await talk.AskAsync($"Question {Canary}")).Text("text"));
            Assert.Equal("ai_overloaded", (await talk.AskAsync($"Again {Canary}"))["error"]!.Text("code"));
        }
        await process.TerminateAsync();
        Assert.Equal(0, await process.ExitAsync());
        Assert.DoesNotContain(Canary, process.Output + process.Errors, StringComparison.Ordinal);
    }

    private static async Task<Talk> TalkAsync(HttpClient client)
    {
        var user = await TestUser.RegisterAsync(client, "ada@example.org");
        var application = await user.AddAsync(
            new
            {
                company = $"Company {Canary}",
                position = "Engineer",
                posting = $"Posting {Canary}",
            }
        );
        using var begun = await user.SendAsync(
            HttpMethod.Post,
            "/api/coach/conversations",
            new { application_id = application.Text("id") }
        );
        return new Talk(user, $"/api/coach/conversations/{(await begun.ReadAsync(201)).Text("id")}");
    }
}
