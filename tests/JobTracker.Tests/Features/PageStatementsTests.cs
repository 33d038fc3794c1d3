using JobTracker.Testing;
using Microsoft.EntityFrameworkCore;

namespace JobTracker.Tests.Features;

/// <summary>What a page costs the database does not grow with what somebody keeps: 2,000 applications, 5,000 deliverables, 3,000 notes, 3,000 entries of sessions.</summary>
public sealed class PageStatementsTests(PageStatementsTests.Hoarder hoarder) : IClassFixture<PageStatementsTests.Hoarder>
{
    private const int Most = 6;

    public sealed class Hoarder : IAsyncLifetime
    {
        private JobTrackerApp? app;
        private TestUser? user;

        public TestBrowser Browser { get; private set; } = null!;
        public Dictionary<string, string> Ids { get; } = new(StringComparer.Ordinal);

        public async ValueTask InitializeAsync()
        {
            app = await JobTrackerApp.StartAsync(("GEMINI_API_KEY", "a-key-that-nobody-asks"));
            // Who is signed in is remembered for five seconds.
            app.Clock.Stop();
            user = await app.RegisterAsync();
            await app.ExecuteAsync(
                $"""
                insert into applications (user_id, id, company, position, status, due_on, applied_on, is_favorite, company_key, search_text,
                    created_at, updated_at, version)
                select {user.Id}, gen_random_uuid(), 'Company ' || n, 'Engineer', (array['draft', 'applied', 'interview', 'rejected'])[1 + n % 4],
                    date '2026-11-01' + n % 60, date '2026-10-01' + n % 30, n % 10 = 0, 'company ' || n, 'company ' || n || ' engineer',
                    now(), now() - make_interval(secs => n), 1
                from generate_series(1, 2000) as n
                """
            );
            await app.ExecuteAsync(
                $"""
                insert into status_changes (user_id, id, application_id, status, occurred_on, created_at)
                select user_id, id, id, status, '2026-10-01', created_at from applications where user_id = {user.Id}
                """
            );
            await FillAsync(
                5000,
                $"""
                insert into deliverables (user_id, id, application_id, title, kind, due_on, state, search_text, created_at, updated_at, version)
                select a.user_id, gen_random_uuid(), a.id, 'Letter ' || n, 'other', date '2026-11-01' + n, 'not_started', 'letter', now(), now(), 1
                from (select *, row_number() over () as place from applications where user_id = {user.Id}) as a
                join generate_series(1, 3) as n on n < 3 or a.place <= 1000
                """
            );
            await FillAsync(
                3000,
                $"""
                insert into writing_notes (user_id, id, application_id, title, tags, content, search_text, created_at, updated_at, version)
                select {user.Id}, gen_random_uuid(), case when n % 2 = 0 then (select id from applications where user_id = {user.Id} limit 1) end,
                    'Note ' || n, array['tag ' || n % 7], repeat('text ', 2000), 'note', now(), now(), 1
                from generate_series(1, 3000) as n
                """
            );
            await FillAsync(
                2000,
                $"""
                insert into interviews (user_id, id, application_id, starts_at, time_zone, duration_minutes, type, format, status, search_text,
                    created_at, updated_at, version)
                select user_id, gen_random_uuid(), id, now() + make_interval(hours => (random() * 2000)::int - 500), 'Europe/Paris', 60, 'hr', 'video',
                    'planned', '', now(), now(), 1
                from applications where user_id = {user.Id}
                """
            );
            await FillAsync(
                2000,
                $"""
                insert into coach_conversations (user_id, id, application_id, mode, title, excluded_items, created_at, updated_at, version)
                select user_id, id, id, 'chat', 'Talk', array[]::text[], now(), now(), 1 from applications where user_id = {user.Id}
                """
            );
            await FillAsync(
                300,
                $"""
                insert into search_sessions (user_id, id, entries, started_at, finished_at)
                select {user.Id}, gen_random_uuid(), 10, now() - make_interval(days => n), case when n > 1 then now() end from generate_series(1, 300) as n
                """
            );
            await FillAsync(
                3000,
                $"""
                insert into search_entries (user_id, id, session_id, company, mission, created_at, version)
                select user_id, gen_random_uuid(), id, 'Company ' || n, 'Engineer', started_at, 1 from search_sessions, generate_series(1, 10) as n
                where user_id = {user.Id}
                """
            );
            await app.ExecuteAsync($"analyze");
            Ids["application"] = (
                await app.ReadAsync(db => db.Applications.OrderBy(row => row.Id).Select(row => row.Id).FirstAsync())
            ).ToString();
            Ids["deliverable"] = (
                await app.ReadAsync(db => db.Deliverables.OrderBy(row => row.Id).Select(row => row.Id).FirstAsync())
            ).ToString();
            Ids["note"] = (await app.ReadAsync(db => db.WritingNotes.OrderBy(row => row.Id).Select(row => row.Id).FirstAsync())).ToString();
            Ids["interview"] = (
                await app.ReadAsync(db => db.Interviews.OrderBy(row => row.Id).Select(row => row.Id).FirstAsync())
            ).ToString();
            var entry = await app.ReadAsync(db => db.SearchEntries.OrderBy(row => row.CreatedAt).FirstAsync());
            (Ids["entry"], Ids["session"]) = (entry.Id.ToString(), entry.SessionId.ToString());
            Browser = await TestBrowser.SignInAsync(app, user);
        }

        public async ValueTask DisposeAsync()
        {
            Browser.Dispose();
            user!.Dispose();
            await app!.DisposeAsync();
        }

        private async Task FillAsync(int rows, FormattableString sql) => Assert.Equal(rows, await app!.ExecuteAsync(sql));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/applications")]
    [InlineData("/board")]
    [InlineData("/analytics")]
    [InlineData("/analytics?period=all")]
    [InlineData("/search?q=company+1")]
    [InlineData("/applications/{application}")]
    [InlineData("/applications/{application}/history")]
    [InlineData("/applications/{application}/deliverables")]
    [InlineData("/applications/{application}/writing")]
    [InlineData("/applications/{application}/interviews")]
    [InlineData("/applications/{application}/files")]
    [InlineData("/deliverables")]
    [InlineData("/deliverables/{deliverable}")]
    [InlineData("/writing")]
    [InlineData("/writing?q=note&tag=tag+3")]
    [InlineData("/writing/{note}")]
    [InlineData("/interviews")]
    [InlineData("/interviews/{interview}")]
    [InlineData("/session")]
    [InlineData("/session?all=true")]
    [InlineData("/session/{session}")]
    [InlineData("/session/{session}/finish")]
    [InlineData("/session/{session}/entries/{entry}")]
    public Task A_page_takes_at_most_six_statements(string page) => CountAsync(page, Most);

    /// <summary>Sign-in (2, every five seconds), frame, application, conversation, messages, the others, standing (2) and the context (4) stand on one page.</summary>
    [Theory]
    [InlineData("/coach", 8)]
    [InlineData("/coach/{application}", 15)]
    [InlineData("/applications/{application}/questions", 10)]
    [InlineData("/coach/mock", 6)]
    [InlineData("/coach/practice", 6)]
    public Task A_page_of_the_coach_takes_few_statements(string page, int most) => CountAsync(page, most);

    private async Task CountAsync(string page, int most)
    {
        var path = hoarder.Ids.Aggregate(page, (text, id) => text.Replace($"{{{id.Key}}}", id.Value, StringComparison.Ordinal));
        using var statements = new Statements();
        // The first request of a process also reads who is signed in.
        await statements.OfAsync(hoarder.Browser.Client, path);
        var sent = await statements.OfAsync(hoarder.Browser.Client, path);
        Assert.NotEmpty(sent);
        Assert.True(sent.Count <= most, $"{path} took {sent.Count} statements:\n{string.Join("\n\n", sent)}");
    }
}
