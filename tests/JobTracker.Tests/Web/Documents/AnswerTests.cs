using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using JobTracker.Testing;
using JobTracker.Testing.Mail;
using JobTracker.Tests.Features.Accounts;
using JobTracker.Tests.Features.Files;
using JobTracker.Tests.Features.SearchSessions;
using JobTracker.Tests.Features.Transfer.Import;
using JobTracker.Tests.Features.Writing;

namespace JobTracker.Tests.Web.Documents;

/// <summary>A run through the whole contract, every answer of which is held against the document on the way (see <see cref="ContractHandler"/>).</summary>
public sealed class AnswerTests(SharedApp shared)
{
    private const string Nobody = "019e0c11-7a20-7bb1-9c1d-0e2f3a4b5c6d";
    private const string Applications = "/api/applications";

    [Fact]
    public async Task Every_success_is_as_described()
    {
        var contract = await Contract.ReadAsync(shared.App);
        using var handler = new ContractHandler(contract);
        using var visitor = handler.Client(shared.App);
        foreach (var path in (string[])["/meta", "/health/live", "/health/ready"])
            await visitor.GetAsync(path);
        var email = $"run.{Guid.CreateVersion7():N}@example.org";
        var token = await TokenAsync(visitor, "register", email);
        using var me = handler.Client(shared.App, token);
        await RunAccountAsync(me);
        await RunDevicesAsync(visitor, me, email);
        await RunApplicationsAsync(me);
        await RunDeliverablesAsync(me);
        await RunInterviewsAsync(me);
        await RunWritingAsync(me);
        await RunSessionsAsync(me);
        await RunFilesAsync(me);
        await RunCalendarAsync(me, visitor);
        await RunImportAsync(me);
        await RunQuestionsAsync(me);
        await RunConversationsAsync(me);
        await RunStatisticsAsync(me);
        await RunAdminAsync(handler);
        await me.PostAsync("/api/auth/logout", content: null);
        using var again = handler.Client(shared.App, await TokenAsync(visitor, "login", email));
        await again.PostAsync("/api/auth/logout-all", content: null);
        await ResetAsync(visitor, email);
        using var last = handler.Client(shared.App, await TokenAsync(visitor, "login", email));
        using var gone = new HttpRequestMessage(HttpMethod.Delete, "/api/auth/me")
        {
            Content = JsonContent.Create(new { password = TestUser.Password + " again" }),
        };
        await last.SendAsync(gone);

        Assert.Equal(
            contract.Operations.Select(operation => (operation.Id, operation.Success)).Order(),
            handler.Seen.Where(seen => seen.Status < 300).Select(seen => (seen.Operation, seen.Status)).Order()
        );
    }

    private async Task RunAdminAsync(ContractHandler handler)
    {
        using var admin = await shared.App.RegisterAdminAsync();
        using var user = await shared.App.RegisterAsync();
        using var me = handler.Client(shared.App, admin.Token);
        var account = $"/api/admin/users/{user.Id}";
        foreach (var path in (string[])["/api/admin/usage", "/api/admin/users?count=true", account])
            await me.GetAsync(path);
        await me.PutAsJsonAsync($"{account}/limits", new { applications_max = 20 });
        foreach (var act in (string[])["deactivate", "reactivate", "sign-out"])
            await me.PostAsync($"{account}/{act}", content: null);
        await me.PutAsync($"{account}/admin", content: null);
        await me.DeleteAsync($"{account}/admin");
        await me.PostAsJsonAsync("/api/admin/invitations", new { email = "sam@example.org" });
        var invitations = (await (await me.GetAsync("/api/admin/invitations")).ReadAsync(200))["items"]!;
        await me.DeleteAsync($"/api/admin/invitations/{invitations[0]!["id"]}");
        await me.GetAsync("/api/admin/acts");
    }

    [Fact]
    public async Task Typical_errors_are_as_described()
    {
        using var handler = new ContractHandler(await Contract.ReadAsync(shared.App));
        using var user = await shared.App.RegisterAsync();
        using var me = handler.Client(shared.App, user.Token);
        using var visitor = handler.Client(shared.App);
        var row = await user.AddAsync();
        var path = $"{Applications}/{row["id"]}";
        var first = (await (await me.GetAsync(path + "/history")).ReadAsync(200))["items"]![0]!["id"];

        await visitor.GetAsync("/api/auth/me");
        await visitor.PostAsJsonAsync("/api/auth/register", new { email = user.Email, password = TestUser.Password });
        await visitor.PostAsJsonAsync("/api/auth/register", new { email = "nobody" });
        await visitor.PostAsJsonAsync("/api/auth/login", new { email = user.Email, password = "not the right one" });
        await TwoFactorOn.SwitchAsync(shared.App, user);
        await visitor.PostAsJsonAsync("/api/auth/login", new { email = user.Email, password = TestUser.Password });
        await me.PutAsJsonAsync("/api/auth/update-profile", new { time_zone = "Mars/Olympus", locale = "en" });
        await me.PutAsJsonAsync("/api/auth/change-password", new { current_password = "wrong", new_password = "another long sentence" });
        await me.PostAsJsonAsync(Applications, new { company = "", nickname = "x" });
        await me.PostAsync(Applications, new StringContent("company=x", Encoding.UTF8, "text/plain"));
        // Asked first, the server says no before the body is on its way, and nobody writes into a line that is being closed.
        await SendAsync(me, HttpMethod.Post, Applications, new { company = new string(' ', 1_100_000) }, "Expect", "100-continue");
        await me.GetAsync(Applications + "?limit=0&sort=updated_at");
        await me.GetAsync(Applications + "?sort=colour");
        await me.GetAsync(Applications + "?cursor=x");
        await me.PostAsJsonAsync(Applications + "/bulk-update", new { ids = Array.Empty<string>() });
        await me.GetAsync($"{Applications}/{Nobody}");
        await me.PostAsync($"{Applications}/{Nobody}/restore", content: null);
        await SendAsync(me, HttpMethod.Put, path, new { company = "A", position = "B" }, "If-Match", "\"99\"");
        await SendAsync(me, HttpMethod.Delete, path, body: null, "If-Match", "\"99\"");
        await SendAsync(me, HttpMethod.Patch, path, new { salary = "1" }, "If-Match", "yesterday");
        await me.DeleteAsync($"{path}/history/{first}");
        await SendAsync(me, HttpMethod.Post, Applications, new { company = "A", position = "B" }, "Idempotency-Key", "run");
        await SendAsync(me, HttpMethod.Post, Applications, new { company = "A", position = "B" }, "Idempotency-Key", "run");
        await SendAsync(me, HttpMethod.Post, Applications, new { company = "C", position = "D" }, "Idempotency-Key", "run");

        string[] codes =
        [
            "bad_credentials",
            "conflict",
            "email_taken",
            "idempotency_mismatch",
            "invalid",
            "not_found",
            "stale",
            "too_large",
            "two_factor_required",
            "unauthenticated",
            "unsupported_media_type",
        ];
        Assert.Equal(codes, handler.Seen.Select(seen => seen.Code).OfType<string>().Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Limits_and_a_database_that_is_away_are_as_described()
    {
        using var handler = new ContractHandler(await Contract.ReadAsync(shared.App));
        await using var full = shared.App.StartAnother(
            ("Quotas:MaxApplicationsPerUser", "0"),
            ("Quotas:MaxUsers", "0"),
            ("Limits:ApiPerMinute", "3")
        );
        await using var closed = shared.App.StartAnother(("Registration:Mode", "Closed"));
        await using var away = shared.App.StartAnother(
            ("DATABASE_URL", "Host=127.0.0.1;Port=1;Username=nobody;Database=nowhere;Timeout=2")
        );
        using var user = await shared.App.RegisterAsync();
        using var limited = handler.Client(full, user.Token);
        var newcomer = new { email = "newcomer@example.org", password = TestUser.Password };

        await limited.PostAsJsonAsync(Applications, new { company = "A", position = "B" });
        using (var visitor = handler.Client(full))
            await visitor.PostAsJsonAsync("/api/auth/register", newcomer);
        for (var request = 0; request < 3; request++)
            await limited.GetAsync("/api/auth/me");
        using (var visitor = handler.Client(closed))
            await visitor.PostAsJsonAsync("/api/auth/register", newcomer);
        using (var visitor = handler.Client(away))
            foreach (var path in (string[])["/meta", "/health/live", "/health/ready"])
                await visitor.GetAsync(path);

        Assert.Equal(
            [
                ("addApplication", 403, "quota_exceeded"),
                ("isAlive", 200, null),
                ("isReady", 503, null),
                ("readMe", 200, null),
                ("readMe", 429, "rate_limited"),
                ("readMeta", 503, "unavailable"),
                ("register", 403, "forbidden"),
                ("register", 403, "quota_exceeded"),
            ],
            handler.Seen.Order()
        );
    }

    private static async Task RunAccountAsync(HttpClient me)
    {
        await me.GetAsync("/meta");
        await me.GetAsync("/api/auth/me");
        await me.PutAsJsonAsync("/api/auth/update-profile", new { time_zone = "Europe/Paris", locale = "en" });
        await me.PutAsJsonAsync("/api/auth/update-api-keys", new { google_ai_key = "a-key-of-somebody-0123", openai_key = (string?)null });
        await me.PutAsJsonAsync(
            "/api/auth/change-password",
            new { current_password = TestUser.Password, new_password = TestUser.Password + " again" }
        );
    }

    private static async Task RunDevicesAsync(HttpClient visitor, HttpClient me, string email)
    {
        await TokenAsync(visitor, "login", email);
        using var listed = await me.GetAsync("/api/auth/devices");
        var other = (await listed.ReadAsync(200))["items"]!.AsArray().Single(item => !item!["is_current"]!.GetValue<bool>());
        await me.DeleteAsync($"/api/auth/devices/{other!["id"]}");
    }

    private async Task ResetAsync(HttpClient visitor, string email)
    {
        await visitor.PostAsJsonAsync("/api/auth/forgot-password", new { email });
        var token = (await shared.App.Mail.NextAsync(email, "reset_password")).Token();
        await visitor.PostAsJsonAsync(
            "/api/auth/reset-password",
            new
            {
                email,
                token,
                new_password = TestUser.Password + " again",
            }
        );
    }

    private static async Task RunDeliverablesAsync(HttpClient me)
    {
        using var added = await me.PostAsJsonAsync(Applications, new { company = "Kestrel Maps", position = "Engineer" });
        var application = (await added.ReadAsync(201))["id"]!;
        using var thing = await me.PostAsJsonAsync("/api/deliverables", new { application_id = application, title = "Cover letter" });
        var path = $"/api/deliverables/{(await thing.ReadAsync(201))["id"]}";
        await me.GetAsync("/api/deliverables?count=true&limit=1");
        await me.GetAsync(path);
        await me.PutAsJsonAsync(
            path,
            new
            {
                application_id = application,
                title = "Cover letter",
                kind = "cover_letter",
                due_on = "2026-05-01",
            }
        );
        await me.PatchAsJsonAsync(path, new { state = "done" });
        await me.DeleteAsync(path);
    }

    private static async Task RunWritingAsync(HttpClient me)
    {
        using var added = await me.PostAsJsonAsync("/api/writing", Notes.Of(("tags", new JsonArray("STAR"))));
        var path = $"/api/writing/{(await added.ReadAsync(201))["id"]}";
        await me.GetAsync("/api/writing?tag=star&bank=true&count=true");
        await me.GetAsync(path);
        await me.PutAsJsonAsync(path, Notes.Of());
        await me.PatchAsJsonAsync(path, new { title = "Other" });
        await me.DeleteAsync(path);
    }

    private static async Task RunSessionsAsync(HttpClient me)
    {
        using var sent = await me.PostAsJsonAsync("/submit", Sessions.Of());
        var entry = await sent.ReadAsync(201);
        await me.PostAsJsonAsync("/submit", Sessions.Of());
        var path = $"{Sessions.All}/{entry["session_id"]}";
        await me.GetAsync($"{Sessions.All}?count=true&limit=1");
        await me.GetAsync($"{Sessions.All}/current");
        await me.PatchAsJsonAsync($"{path}/entries/{entry["entry_id"]}", new { city = "Leeds" });
        await me.PostAsJsonAsync($"{path}/finish", new { add_to_tracker = new[] { entry["entry_id"] } });
        await me.GetAsync(path);
        await me.GetAsync($"{path}/export.csv");
        await me.DeleteAsync($"{path}/entries/{entry["entry_id"]}");
        await me.DeleteAsync(path);
    }

    private static async Task RunQuestionsAsync(HttpClient me)
    {
        using var added = await me.PostAsJsonAsync(Applications, new { company = "Kestrel Maps", position = "Engineer" });
        var application = (await added.ReadAsync(201))["id"]!;
        const string questions = "/api/coach/questions";
        await me.GetAsync($"/api/coach/context?application_id={application}");
        await me.PostAsJsonAsync(questions + "/make", new { application_id = application });
        await me.GetAsync($"{questions}?application_id={application}");
        using var asked = await me.PostAsJsonAsync(questions, new { application_id = application, text = "Who mentors us?" });
        var path = $"{questions}/{(await asked.ReadAsync(201))["id"]}";
        await me.GetAsync(path);
        await me.PatchAsJsonAsync(path, new { why = "It matters." });
        await me.DeleteAsync(path);
    }

    private static async Task RunConversationsAsync(HttpClient me)
    {
        const string all = "/api/coach/conversations";
        var added = await me.PostAsJsonAsync(Applications, new { company = "Kestrel Maps", position = "Cartographer" });
        var application = (await added.ReadAsync(201))["id"];
        var begun = await me.PostAsJsonAsync(all, new { application_id = application });
        var path = $"{all}/{(await begun.ReadAsync(201))["id"]}";
        await me.GetAsync($"{all}?count=true");
        await me.PatchAsJsonAsync(path, new { title = "Technical, Monday" });
        var sent = await me.PostAsJsonAsync($"{path}/messages", new { text = "What first?", client_message_id = "first" });
        var reply = $"{path}/replies/{(await sent.ReadAsync(202))["reply_id"]}";
        await me.GetAsync($"{reply}/stream");
        await me.GetAsync(reply);
        await me.PostAsync($"{reply}/stop", content: null);
        await me.PostAsync($"{reply}/regenerate", content: null);
        await me.GetAsync(path);
        await me.PostAsJsonAsync($"{Applications}/{application}/chat", new { message = "And then?" });
        await me.DeleteAsync(path);
    }

    private static async Task RunFilesAsync(HttpClient me)
    {
        using var application = await me.PostAsJsonAsync(Applications, new { company = "Kestrel Maps", position = "Engineer" });
        var path = $"{Applications}/{(await application.ReadAsync(201))["id"]}/files";
        using var form = Samples.Form("cv.pdf", Samples.Pdf);
        using var added = await me.PostAsync(path, form);
        var file = $"/api/files/{(await added.ReadAsync(201))["id"]}";
        await me.GetAsync(path);
        await me.GetAsync(file);
        await me.DeleteAsync(file);
    }

    private static async Task RunImportAsync(HttpClient me)
    {
        using var form = Samples.Form("session.csv", Encoding.UTF8.GetBytes(EarlierSystems.SessionCsv + "A,B,,,2026-02-01\n"));
        using var answer = await me.PostAsync("/api/import?skip_errors=true", form);
        await answer.ReadAsync(200);
    }

    private static async Task RunCalendarAsync(HttpClient me, HttpClient visitor)
    {
        const string calendar = "/api/calendar";
        await me.GetAsync(calendar);
        using var shared = await me.PostAsync(calendar, content: null);
        await visitor.GetAsync(new Uri((await shared.ReadAsync(201)).Text("url")!).PathAndQuery);
        await me.DeleteAsync(calendar);
    }

    private static async Task RunApplicationsAsync(HttpClient me)
    {
        using var added = await me.PostAsJsonAsync(
            Applications,
            new
            {
                company = "Kestrel Maps",
                position = "Engineer",
                is_favorite = true,
            }
        );
        var id = (await added.ReadAsync(201))["id"]!;
        using var twin = await me.PostAsJsonAsync(
            Applications,
            new
            {
                company = "Kestrel Maps",
                position = "Engineer",
                link = "https://kestrel.example",
            }
        );
        var other = (await twin.ReadAsync(201))["id"]!;
        var path = $"{Applications}/{id}";
        await me.GetAsync(Applications + "?limit=1&count=true");
        foreach (
            var list in (string[])
                ["/favorites/list", "/duplicates?company=Kestrel+Maps&position=Engineer", "/duplicates?link=https://kestrel.example"]
        )
            await me.GetAsync(Applications + list);
        await me.GetAsync(path);
        await me.PutAsJsonAsync(
            path,
            new
            {
                company = "Kestrel Maps",
                position = "Engineer",
                status = "applied",
                posting = "Long text",
            }
        );
        await me.PatchAsJsonAsync(path, new { salary = "45 k€" });
        await me.PostAsync(path + "/favorite", content: null);
        await me.PostAsJsonAsync(path + "/follow-up", new { done = true });
        await me.PostAsJsonAsync(path + "/status", new { status = "interview", note = "Video call" });
        using var read = await me.GetAsync(path + "/history");
        var entry = (await read.ReadAsync(200))["items"]![1]!["id"];
        await me.PatchAsJsonAsync($"{path}/history/{entry}", new { note = "By mail" });
        await me.DeleteAsync($"{path}/history/{entry}");
        await me.PostAsJsonAsync(Applications + "/bulk-update", new { ids = new[] { id, Nobody }, set = new { is_favorite = true } });
        await me.DeleteAsync(path);
        await me.GetAsync(Applications + "/deleted");
        await me.PostAsync(path + "/restore", content: null);
        await me.PostAsJsonAsync(Applications + "/bulk-delete", new { ids = new[] { other, Nobody } });
    }

    private static async Task RunInterviewsAsync(HttpClient me)
    {
        using var application = await me.PostAsJsonAsync(Applications, new { company = "Kestrel Maps", position = "Engineer" });
        var applicationId = (await application.ReadAsync(201))["id"]!;
        const string interviews = "/api/interviews";
        var facts = new { application_id = applicationId, starts_at = "2100-04-20T10:00:00Z" };
        using var added = await me.PostAsJsonAsync(interviews, facts);
        var path = $"{interviews}/{(await added.ReadAsync(201))["id"]}";
        await me.GetAsync(interviews + "?limit=1&count=true&status=planned&status=completed&from=2026-01-01T00:00:00Z");
        await me.GetAsync(interviews + "/upcoming?limit=1");
        await me.GetAsync(path);
        await me.PutAsJsonAsync(path, facts);
        await me.PatchAsJsonAsync(path, new { comment = "Ask about tiles.", interviewer = (string?)null });
        await me.DeleteAsync(path);
    }

    private static async Task RunStatisticsAsync(HttpClient me)
    {
        string[] routes =
        [
            "overview",
            "timeline",
            "dashboard",
            "by-status",
            "by-type",
            "by-method",
            "response-rate",
            "funnel",
            "flow",
            "activity",
        ];
        await me.PostAsJsonAsync(
            Applications,
            new
            {
                company = "Kestrel Maps",
                position = "Engineer",
                status = "interview",
            }
        );
        foreach (var route in routes)
            await me.GetAsync($"/api/statistics/{route}");
        await me.GetAsync("/api/statistics/overview?from=2026-01-01&to=2026-12-31&interval=week");
        foreach (var export in new[] { "statistics/excel", "json", "csv", "excel" })
            await me.GetAsync($"/api/export/{export}");
    }

    private static async Task<string> TokenAsync(HttpClient visitor, string how, string email)
    {
        var password = how == "login" ? TestUser.Password + " again" : TestUser.Password;
        using var answer = await visitor.PostAsJsonAsync($"/api/auth/{how}", new { email, password });
        return (await answer.ReadAsync(how == "login" ? 200 : 201))["access_token"]!.GetValue<string>();
    }

    private static async Task SendAsync(HttpClient me, HttpMethod method, string path, object? body, string header, string value)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
        request.Headers.TryAddWithoutValidation(header, value);
        using var answer = await me.SendAsync(request);
    }
}
