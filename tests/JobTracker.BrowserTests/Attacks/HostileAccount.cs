using System.Net.Http.Json;
using System.Text.Json.Nodes;
using JobTracker.Testing;
using JobTracker.Testing.Ai;

namespace JobTracker.BrowserTests.Attacks;

/// <summary>Somebody, administrator too, with rows of every kind, and the corpus in whatever they could write.</summary>
/// <param name="User">Whose.</param>
/// <param name="Ids">Of one row of each kind.</param>
internal sealed record HostileAccount(TestUser User, IReadOnlyDictionary<string, string> Ids)
{
    private const int Applications = 12;

    private static readonly string[] Statuses = ["draft", "applied", "screening", "interview", "offer", "accepted", "rejected"];

    public static async Task<HostileAccount> CreateAsync(JobTrackerApp app, FakeGemini gemini)
    {
        var user = await app.RegisterAsync();
        var ids = new Dictionary<string, string>(StringComparer.Ordinal);
        var today = DateOnly.FromDateTime(app.Clock.GetUtcNow().UtcDateTime);
        for (var turn = 0; turn < Applications; turn++)
            ids["application"] = await AddAsync(user, turn, today);
        await app.MakeAdminAsync(user);
        await app.ExecuteAsync(
            $"update user_accounts set full_name = {Corpus.Line()}, applications_max = 500, gemini_agreed_at = now(), openai_agreed_at = now() where user_id = {user.Id}"
        );
        await AddPartsAsync(user, ids, today);
        await SearchAsync(user, ids);
        await TalkAsync(user, gemini, ids);
        await InsertAsync(app, user, ids);
        ids["upload"] = await HostileUpload.KeepAsync(app, user);
        return new HostileAccount(user, ids);
    }

    private static async Task<string> AddAsync(TestUser user, int turn, DateOnly today)
    {
        var row = await user.AddAsync(
            new
            {
                company = Corpus.Line(200, turn),
                position = Corpus.Line(200, turn + 3),
                location = Corpus.Line(200, turn + 6),
                link = Corpus.Address(turn),
                salary = Corpus.Line(200, turn + 9),
                contact = Corpus.Line(200, turn + 12),
                comment = Corpus.Text(turn: turn),
                posting = Corpus.Text(turn: turn + 5),
                status = Statuses[turn % Statuses.Length],
                applied_on = today.AddDays(-20),
                due_on = today.AddDays(turn % 2 == 0 ? 2 : -2),
                is_favorite = turn % 3 == 0,
            }
        );
        var id = row.Text("id")!;
        await SendAsync(
            user,
            $"/api/applications/{id}/status",
            new { status = Statuses[(turn + 1) % Statuses.Length], note = Corpus.Line(500, turn) },
            200
        );
        if (turn > 0)
            return id;
        using var deleted = await user.SendAsync(HttpMethod.Delete, $"/api/applications/{id}");
        await deleted.ReadAsync(204);
        return id;
    }

    private static async Task AddPartsAsync(TestUser user, Dictionary<string, string> ids, DateOnly today)
    {
        var application_id = ids["application"];
        ids["change"] = (await user.ItemsAsync($"/api/applications/{application_id}/history"))[^1].Text("id")!;
        foreach (var (turn, of) in new[] { null, application_id, null }.Index())
        {
            var note = new
            {
                title = Corpus.Line(200, turn),
                tags = new[] { Corpus.Breaker[..30], "boom <b>" },
                content = Corpus.Text(turn: turn),
                application_id = of,
            };
            ids["note"] = (await SendAsync(user, "/api/writing", note)).Text("id")!;
            var deliverable = new
            {
                application_id,
                title = Corpus.Line(200, turn),
                content = Corpus.Text(turn: turn),
                due_on = today.AddDays(turn - 1),
                source_writing_id = ids["note"],
            };
            ids["deliverable"] = (await SendAsync(user, "/api/deliverables", deliverable)).Text("id")!;
            var interview = new
            {
                application_id,
                starts_at = today.AddDays((turn * 3) - 3).ToDateTime(new TimeOnly(10, 0), DateTimeKind.Utc),
                format = turn == 1 ? "in_person" : "video",
                location = turn == 2 ? Corpus.Address(turn) : Corpus.Line(500, turn),
                interviewer = Corpus.Line(200, turn),
                comment = Corpus.Text(turn: turn),
                debrief = Corpus.Text(turn: turn),
            };
            ids[$"interview-{turn}"] = ids["interview"] = (await SendAsync(user, "/api/interviews", interview)).Text("id")!;
            var question = new
            {
                application_id,
                text = Corpus.Line(500, turn),
                why = Corpus.Line(500, turn + 1),
            };
            ids["question"] = (await SendAsync(user, "/api/coach/questions", question)).Text("id")!;
        }
        using var form = new MultipartFormDataContent
        {
            { new ByteArrayContent("%PDF-1.7\n<script>boom()</script>"u8.ToArray()), "file", "cv <img src=x onerror=boom(0)>.pdf" },
        };
        using var kept = await user.Client.PostAsync($"/api/applications/{application_id}/files", form);
        ids["file"] = (await kept.ReadAsync(201)).Text("id")!;
    }

    private static async Task SearchAsync(TestUser user, Dictionary<string, string> ids)
    {
        foreach (var kind in new[] { "finished", "session" })
        {
            for (var turn = 0; turn < 4; turn++)
            {
                var line = new
                {
                    company = Corpus.Line(200, turn),
                    city = Corpus.Line(200, turn + 3),
                    mission = Corpus.Line(200, turn + 6),
                    link = Corpus.Address(turn + 1),
                };
                var entry = await SendAsync(user, "/submit", line);
                (ids[kind], ids["entry"]) = (entry.Text("session_id")!, entry.Text("entry_id")!);
            }
            if (kind == "finished")
                await SendAsync(user, $"/api/search-sessions/{ids[kind]}/finish", new { }, 200);
        }
    }

    private static async Task TalkAsync(TestUser user, FakeGemini gemini, Dictionary<string, string> ids)
    {
        var conversation = await SendAsync(user, "/api/coach/conversations", new { application_id = ids["application"] });
        ids["conversation"] = conversation.Text("id")!;
        var path = $"/api/coach/conversations/{ids["conversation"]}";
        for (var turn = 0; turn < 2; turn++)
        {
            gemini.Next(GeminiWords.Reply(Corpus.Text(turn: turn)));
            var message = new { text = Corpus.Text(3_000, turn), client_message_id = $"turn-{turn}" };
            ids["reply"] = (await SendAsync(user, $"{path}/messages", message, 202)).Text("reply_id")!;
            await user.Client.GetStringAsync($"{path}/replies/{ids["reply"]}/stream");
        }
        using var renamed = await user.SendAsync(HttpMethod.Patch, path, new { title = Corpus.Line() });
        await renamed.ReadAsync(200);
    }

    /// <summary>What only time, a model or another page would make; the words in it are filled in afterwards.</summary>
    private static async Task InsertAsync(JobTrackerApp app, TestUser user, Dictionary<string, string> ids)
    {
        var (application, conversation) = (Guid.Parse(ids["application"]), Guid.Parse(ids["conversation"]));
        var (mock, asked, failed) = (Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());
        (ids["mock"], ids["asked"]) = (mock.ToString(), asked.ToString());
        var feedback = Judgement(Corpus.Text(2_000)).ToJsonString();
        await app.ExecuteAsync(
            $$"""
            insert into coach_conversations (user_id, id, application_id, mode, title, excluded_items, created_at, updated_at, version)
            values ({{user.Id}}, {{mock}}, {{application}}, 'mock', 'Mock', array[]::text[], now(), now(), 1);
            insert into mock_interviews (user_id, id, application_id, type, language, difficulty, questions, started_at, finished_at, version)
            values ({{user.Id}}, {{mock}}, {{application}}, 'hr', 'en', 'usual', 3, now(), now(), 1);
            insert into mock_questions (user_id, id, mock_id, number, is_follow_up, text, answer, answered_at, feedback, prose)
            values ({{user.Id}}, {{asked}}, {{mock}}, 1, false, 'Why?', 'Because.', now(), {{feedback}}::jsonb, null),
                ({{user.Id}}, gen_random_uuid(), {{mock}}, 2, false, 'Why?', 'Because.', now(), null, 'Well.');
            insert into coach_messages (user_id, id, conversation_id, role, status, text, answers_id, variant, model, error_code, reason, cut, stop_requested, created_at, finished_at)
            select user_id, {{failed}}, conversation_id, 'coach', 'failed', 'Half', answers_id, variant + 1, 'model', 'provider_error', 'why', true, false, now(), now()
            from coach_messages where user_id = {{user.Id}} and conversation_id = {{conversation}} and role = 'coach' order by created_at limit 1;
            insert into coach_chunks (user_id, reply_id, number, text) values ({{user.Id}}, {{failed}}, 1, 'Half');
            update coach_conversations set summary = 'Before', summarized_until = {{failed}} where user_id = {{user.Id}} and id = {{conversation}};
            update user_accounts set google_ai_key = 'sealed', google_ai_key_last4 = 'last', openai_key = 'sealed', openai_key_last4 = 'last'
            where user_id = {{user.Id}};
            insert into invitations (id, token_hash, email, created_at, expires_at)
            values (gen_random_uuid(), sha256({{user.Email}}::bytea), 'words', now(), now() + interval '3 days');
            insert into outbox (id, user_id, kind, state, created_at, due_at, attempts, finished_at, reason, reply)
            values (gen_random_uuid(), {{user.Id}}, 'digest', 'given_up', now(), now(), 3, now(), 'address_refused', 550);
            insert into admin_acts (id, admin_id, kind, about_id, before, after, occurred_at)
            values (gen_random_uuid(), {{user.Id}}, 'limits_changed', {{user.Id}}, 'words', 'words', now());
            """
        );
    }

    /// <summary>What the coach says of an answer, with these words wherever it has any.</summary>
    private static JsonObject Judgement(string words) =>
        new()
        {
            ["evidence"] = new JsonArray(new JsonObject { ["quote"] = words[..40], ["comment"] = words }),
            ["star"] = new JsonObject
            {
                ["situation"] = 0,
                ["task"] = 0,
                ["action"] = 0,
                ["result"] = 0,
            },
            ["relevance"] = 3,
            ["clarity"] = 3,
            ["specificity"] = 3,
            ["strengths"] = new JsonArray(words),
            ["improvements"] = new JsonArray(words),
            ["improved_answer"] = words,
            ["follow_up"] = words,
        };

    private static async Task<JsonNode> SendAsync(TestUser user, string path, object body, int status = 201)
    {
        using var answer = await user.Client.PostAsJsonAsync(path, body);
        return await answer.ReadAsync(status);
    }
}
