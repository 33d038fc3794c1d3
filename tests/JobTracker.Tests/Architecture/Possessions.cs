using System.Text;
using System.Text.Json.Nodes;
using JobTracker.Features.Accounts;
using JobTracker.Features.Coach.Keys;
using JobTracker.Features.Transfer.Import.Uploads;
using JobTracker.Kernel;
using JobTracker.Testing;
using JobTracker.Tests.Features.Files;
using JobTracker.Tests.Features.SearchSessions;
using JobTracker.Tests.Features.Transfer.Import;
using JobTracker.Tests.Features.Writing;
using Microsoft.Extensions.DependencyInjection;

namespace JobTracker.Tests.Architecture;

/// <summary>Somebody with one row of each kind, and a way to see whether all of it is as it was.</summary>
/// <param name="User">Whose.</param>
/// <param name="Ids">By the route's pattern up to the parameter: the same name means another kind of row elsewhere.</param>
internal sealed record Possessions(TestUser User, Dictionary<string, string> Ids) : IDisposable
{
    private const string Application = "/api/applications/{id:guid}";
    private const string Deliverable = "/api/deliverables/{id:guid}";
    private const string Conversation = "/api/coach/conversations/{id:guid}";
    private const string Interview = "/api/interviews/{id:guid}";
    private const string Session = "/api/search-sessions/{id:guid}";

    private const string Feedback = """
        {"evidence": [], "star": {"situation": 0, "task": 0, "action": 0, "result": 0}, "relevance": 3, "clarity": 3, "specificity": 3,
         "strengths": [], "improvements": [], "improved_answer": "Because.", "follow_up": "And?"}
        """;

    public static async Task<Possessions> CreateAsync(JobTrackerApp app, bool deleted = false)
    {
        var user = await app.RegisterAsync();
        var application = (await user.AddAsync()).Text("id")!;
        using var moved = await user.SendAsync(HttpMethod.Post, $"/api/applications/{application}/status", new { status = "applied" });
        await moved.ReadAsync(200);
        var change = (await user.ItemsAsync($"/api/applications/{application}/history"))[1].Text("id")!;
        var note = (await user.WriteAsync()).Text("id")!;
        var file = (await user.KeepAsync(application, "cv.pdf", Samples.Pdf)).Text("id")!;
        using var added = await user.SendAsync(
            HttpMethod.Post,
            "/api/deliverables",
            new
            {
                application_id = application,
                title = "Cover letter",
                source_writing_id = note,
            }
        );
        var deliverable = (await added.ReadAsync(201)).Text("id")!;
        var interview = await AddInterviewAsync(user, application);
        var question = await AddQuestionAsync(user, application);
        var entry = await user.SubmitAsync();
        var session = entry.Text("session_id")!;
        var (mock, asked) = await PractiseAsync(app, user, application);
        var (conversation, reply) = await TalkAsync(app, user, application);
        var upload = await KeepUploadAsync(app, user);
        using var elsewhere = await user.SignInAgainAsync(app);
        var device = (await user.ItemsAsync("/api/auth/devices")).Single(item => !item["is_current"]!.GetValue<bool>()).Text("id")!;
        if (deleted)
            using (var answer = await user.SendAsync(HttpMethod.Delete, $"/api/applications/{application}"))
                await answer.ReadAsync(204);
        return new Possessions(
            user,
            new(StringComparer.Ordinal)
            {
                [Application] = application,
                ["/api/auth/devices/{id:guid}"] = device,
                ["settings/security?device"] = device,
                [$"{Application}/history/{{change_id:guid}}"] = change,
                [Interview] = interview,
                ["interviews/{id:guid}"] = interview,
                [Session] = session,
                [$"{Session}/entries/{{entry_id:guid}}"] = entry.Text("entry_id")!,
                ["session/{id:guid}"] = session,
                ["session/{id:guid}/entries/{entry:guid}"] = entry.Text("entry_id")!,
                ["session?session"] = session,
                ["session?entry"] = entry.Text("entry_id")!,
                ["applications/{id:guid}"] = application,
                ["applications/{id:guid}/history/{changeId:guid}"] = change,
                ["applications?id"] = application,
                ["board?id"] = application,
                ["today?id"] = application,
                ["today?deliverable"] = deliverable,
                ["applications/add?id"] = application,
                [Deliverable] = deliverable,
                ["deliverables/{id:guid}"] = deliverable,
                ["deliverables?id"] = deliverable,
                ["deliverables/insert?id"] = deliverable,
                ["deliverables/insert?note"] = note,
                ["deliverables/{id:guid}/insert?note"] = note,
                ["applications/{id:guid}/deliverables?deliverable"] = deliverable,
                ["/api/writing/{id:guid}"] = note,
                ["writing/{id:guid}"] = note,
                ["writing?id"] = note,
                ["writing?into"] = application,
                ["/api/files/{id:guid}"] = file,
                ["files/{id:guid}"] = file,
                ["/api/coach/questions/{id:guid}"] = question,
                ["applications/{id:guid}/questions?question"] = question,
                ["coach/mock/{id:guid}"] = mock,
                ["coach/mock/{id:guid}?question"] = asked,
                ["applications/{id:guid}/files?file"] = file,
                ["settings/import/{id:guid}"] = upload,
                [Conversation] = conversation,
                [$"{Conversation}/replies/{{reply_id:guid}}"] = reply,
                ["coach/{id:guid}"] = conversation,
                ["coach/{id:guid}?reply"] = reply,
                ["coach/{id:guid}/replies/{reply:guid}"] = reply,
            }
        );
    }

    /// <summary>All of it as text.</summary>
    public async Task<string> EverythingAsync()
    {
        using var row = await User.Client.GetAsync($"/api/applications/{Ids[Application]}");
        using var interview = await User.Client.GetAsync($"/api/interviews/{Ids[Interview]}");
        using var history = await User.Client.GetAsync($"/api/applications/{Ids[Application]}/history");
        using var files = await User.Client.GetAsync($"/api/applications/{Ids[Application]}/files");
        using var questions = await User.Client.GetAsync($"/api/coach/questions?application_id={Ids[Application]}");
        using var talk = await User.Client.GetAsync($"/api/coach/conversations/{Ids[Conversation]}");
        JsonNode[] all =
        [
            await BodyAsync(row),
            await BodyAsync(history),
            await BodyAsync(interview),
            await BodyAsync(files),
            await BodyAsync(talk),
            await User.GetAsync("/api/auth/devices"),
            await User.GetAsync("/api/applications/deleted"),
            await User.GetAsync("/api/deliverables"),
            await User.GetAsync("/api/writing"),
            await User.GetAsync($"/api/search-sessions/{Ids[Session]}"),
            await BodyAsync(questions),
            await User.GetAsync("/api/coach/conversations"),
        ];
        return string.Join('\n', all.Select(part => part.ToJsonString()));
    }

    /// <summary>A file that waits to be imported.</summary>
    private static async Task<string> KeepUploadAsync(JobTrackerApp app, TestUser user)
    {
        var file = Encoding.UTF8.GetBytes(EarlierSystems.SessionCsv);
        using var content = new MemoryStream(file);
        await using var scope = app.Services.CreateAsyncScope();
        var kept = await scope
            .ServiceProvider.GetRequiredService<KeepUpload>()
            .RunAsync(new UserId(user.Id), "session.csv", file.Length, content, CancellationToken.None);
        return Assert.IsType<Done<Guid>>(kept).Value.ToString();
    }

    private static async Task<string> AddInterviewAsync(TestUser user, string application)
    {
        var body = new { application_id = application, starts_at = "2026-11-23T10:00:00Z" };
        using var answer = await user.SendAsync(HttpMethod.Post, "/api/interviews", body);
        return (await answer.ReadAsync(201)).Text("id")!;
    }

    private static async Task<string> AddQuestionAsync(TestUser user, string application)
    {
        var body = new { application_id = application, text = "Why us?" };
        using var answer = await user.SendAsync(HttpMethod.Post, "/api/coach/questions", body);
        return (await answer.ReadAsync(201)).Text("id")!;
    }

    /// <summary>A mock interview with one question that has feedback.</summary>
    private static async Task<(string Mock, string Question)> PractiseAsync(JobTrackerApp app, TestUser user, string application)
    {
        var (mock, question, of) = (Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.Parse(application));
        await app.ExecuteAsync(
            $$"""
            insert into coach_conversations (user_id, id, application_id, mode, title, excluded_items, created_at, updated_at, version)
            values ({{user.Id}}, {{mock}}, {{of}}, 'mock', 'Mock', array[]::text[], now(), now(), 1);
            insert into mock_interviews (user_id, id, application_id, type, language, difficulty, questions, started_at, version)
            values ({{user.Id}}, {{mock}}, {{of}}, 'hr', 'en', 'usual', 3, now(), 1);
            insert into mock_questions (user_id, id, mock_id, number, is_follow_up, text, answer, answered_at, feedback)
            values ({{user.Id}}, {{question}}, {{mock}}, 1, false, 'Why us?', 'Because.', now(), {{Feedback}}::jsonb);
            insert into mock_questions (user_id, id, mock_id, number, is_follow_up, text)
            select {{user.Id}}, gen_random_uuid(), {{mock}}, number, false, 'Next?' from generate_series(2, 3) as number;
            """
        );
        return (mock.ToString(), question.ToString());
    }

    /// <summary>A conversation with a reply that is over, on the site too.</summary>
    private static async Task<(string Conversation, string Reply)> TalkAsync(JobTrackerApp app, TestUser user, string application)
    {
        await using (var scope = app.Services.CreateAsyncScope())
            await scope
                .ServiceProvider.GetRequiredService<GiveConsent>()
                .RunAsync(new UserId(user.Id), AiProvider.Gemini, CancellationToken.None);
        using var begun = await user.SendAsync(HttpMethod.Post, "/api/coach/conversations", new { application_id = application });
        var conversation = (await begun.ReadAsync(201)).Text("id")!;
        var path = $"/api/coach/conversations/{conversation}";
        using var sent = await user.SendAsync(HttpMethod.Post, $"{path}/messages", new { text = "Hello", client_message_id = "first" });
        var reply = (await sent.ReadAsync(202)).Text("reply_id")!;
        await user.Client.GetStringAsync($"{path}/replies/{reply}/stream");
        return (conversation, reply);
    }

    /// <summary>An answer without what differs from request to request.</summary>
    public static async Task<JsonNode> BodyAsync(HttpResponseMessage answer)
    {
        var body = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
        body.AsObject().Remove("trace_id");
        return body;
    }

    public void Dispose() => User.Dispose();
}
