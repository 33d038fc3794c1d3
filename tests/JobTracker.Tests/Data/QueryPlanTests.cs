using System.Data.Common;
using System.Security.Claims;
using System.Text.Json.Nodes;
using JobTracker.Data;
using JobTracker.Features.Applications;
using JobTracker.Features.Coach.Conversations;
using JobTracker.Features.Coach.Limits;
using JobTracker.Features.Coach.Mock;
using JobTracker.Features.Coach.Questions;
using JobTracker.Features.Deliverables;
using JobTracker.Features.Files;
using JobTracker.Features.Interviews;
using JobTracker.Features.Quotas;
using JobTracker.Features.Search;
using JobTracker.Features.SearchSessions;
using JobTracker.Features.Shared;
using JobTracker.Features.Statistics;
using JobTracker.Features.Today;
using JobTracker.Features.Writing;
using JobTracker.Kernel;
using JobTracker.Testing;
using JobTracker.Web;
using JobTracker.Web.Bearer;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Npgsql;
using Direction = JobTracker.Features.Applications.ListApplications.Direction;
using SortBy = JobTracker.Features.Applications.ListApplications.SortBy;

namespace JobTracker.Tests.Data;

/// <summary>The statements that the use cases really send, planned on a table with 200,000 rows of 1,000 people.</summary>
public sealed class QueryPlanTests(QueryPlanTests.ManyRows many) : IClassFixture<QueryPlanTests.ManyRows>
{
    private static readonly UserId Owner = new(new Guid("00000000-0000-7000-8000-000000000500"));
    private static readonly Guid Row = new("00000500-0000-7000-8000-000000000100");
    private static readonly Guid Mock = new("00000500-0000-7000-8000-000000000150");
    private static readonly Guid Kept = new("00000500-0000-7000-8000-000000000110");
    private static readonly Guid Interview = new("00000500-0000-7000-8000-000000000110");

    public sealed class ManyRows : IAsyncLifetime
    {
        private JobTrackerApp? app;

        public JobTrackerApp App => app!;

        public async ValueTask InitializeAsync()
        {
            app = await JobTrackerApp.StartAsync();
            await using var source = NpgsqlDataSource.Create($"{app.ConnectionString};Command Timeout=120");
            await using var fill = source.CreateCommand(
                """
                insert into user_accounts (user_id, time_zone, locale, digest_enabled, digest_hour, follow_up_days, applications_used,
                    created_at, updated_at, version)
                select format('00000000-0000-7000-8000-%s', lpad(u::text, 12, '0'))::uuid, 'UTC', 'en', false, 8, 10, 200, now(), now(), 1
                from generate_series(1, 1000) as u;

                set session_replication_role = replica;
                insert into applications (user_id, id, company, position, status, due_on, applied_on, is_favorite, company_key, search_text,
                    created_at, updated_at, deleted_at, version)
                select format('00000000-0000-7000-8000-%s', lpad(u::text, 12, '0'))::uuid,
                    format('%s-0000-7000-8000-%s', lpad(u::text, 8, '0'), lpad(n::text, 12, '0'))::uuid,
                    'Company ' || n % 50, 'Engineer', 'draft', case when n % 3 > 0 then date '2026-01-01' + n % 90 end,
                    case when n % 4 > 0 then date '2026-01-01' + n % 60 end, n % 10 = 0, 'company ' || n % 50, 'company engineer lyon ' || n,
                    now(), now() - make_interval(secs => n * 1000 + u), case when n % 20 = 0 then now() end, 1
                from generate_series(1, 200) as n, generate_series(1, 1000) as u;

                insert into status_changes (user_id, id, application_id, status, occurred_on, created_at)
                select user_id, id, id, 'draft', '2026-01-01', created_at from applications;

                insert into deliverables (user_id, id, application_id, title, kind, due_on, state, source_writing_id, completed_at,
                    search_text, created_at, updated_at, version)
                select user_id, id, id, 'Letter', 'other', due_on, case when applied_on is null then 'done' else 'not_started' end,
                    case when is_favorite then id end, case when applied_on is null then now() end, 'letter', created_at, updated_at, 1
                from applications;
                insert into writing_notes (user_id, id, application_id, title, tags, content, search_text, created_at, updated_at, version)
                select user_id, id, id, 'Note', '{}', 'Text', 'note text', created_at, updated_at, 1 from applications where is_favorite;
                insert into interviews (user_id, id, application_id, starts_at, time_zone, duration_minutes, type, format, status, search_text,
                    created_at, updated_at, version)
                select user_id, id, id, updated_at, 'UTC', 60, 'hr', 'video', 'planned', '', created_at, updated_at, 1
                from applications where is_favorite;
                insert into files (user_id, id, application_id, name, media_type, size, created_at)
                select user_id, id, id, 'cv.pdf', 'application/pdf', 1000, created_at from applications where is_favorite;
                insert into coach_conversations (user_id, id, application_id, mode, title, excluded_items, created_at, updated_at, version)
                select user_id, id, id, case when due_on is null then 'mock' else 'chat' end, 'Talk', '{}', created_at, updated_at, 1
                from applications where is_favorite;
                insert into coach_messages (user_id, id, conversation_id, role, status, text, client_message_id, cut, stop_requested, created_at)
                select user_id, gen_random_uuid(), id, 'user', 'done', 'Text', n::text, false, false, created_at
                from coach_conversations, generate_series(1, 5) as n;
                insert into coach_questions (user_id, id, application_id, kind, text, is_edited, created_at, updated_at, version)
                select user_id, id, application_id, 'company', 'Why us?', false, created_at, updated_at, 1 from coach_conversations;
                insert into mock_interviews (user_id, id, application_id, type, language, difficulty, questions, started_at, version)
                select user_id, id, application_id, 'hr', 'en', 'usual', 3, created_at, 1 from coach_conversations where mode = 'mock';
                insert into mock_questions (user_id, id, mock_id, number, is_follow_up, text)
                select user_id, gen_random_uuid(), id, n, false, 'Why?' from mock_interviews, generate_series(1, 3) as n;
                insert into coach_reservations (user_id, id, day, purse, tokens, expires_at)
                select user_id, id, current_date, 'server', 100, now() + interval '1 hour' from coach_conversations;
                insert into search_sessions (user_id, id, entries, started_at, finished_at)
                select user_id, id, 3, updated_at, case when row_number() over (partition by user_id order by id) > 1 then now() end
                from applications where is_favorite;
                insert into search_entries (user_id, id, session_id, company, mission, created_at, version)
                select user_id, case when n = 1 then id else gen_random_uuid() end, id, 'Company', 'Engineer', started_at, 1
                from search_sessions, generate_series(1, 3) as n;
                reset session_replication_role;

                analyze
                """
            );
            await fill.ExecuteNonQueryAsync();
        }

        public ValueTask DisposeAsync() => app!.DisposeAsync();
    }

    [Theory]
    [InlineData(SortBy.UpdatedAt, Direction.Desc, "applications_by_updated")]
    [InlineData(SortBy.UpdatedAt, Direction.Asc, "applications_by_updated")]
    [InlineData(SortBy.AppliedOn, Direction.Desc, "applications_by_applied")]
    [InlineData(SortBy.DueOn, Direction.Asc, "applications_by_due")]
    [InlineData(SortBy.Company, Direction.Asc, "applications_by_company")]
    [InlineData(SortBy.Company, Direction.Desc, "applications_by_company")]
    public async Task A_page_is_read_off_the_index_of_its_order_whichever_page_it_is(SortBy sort, Direction order, string index)
    {
        var input = new ListApplications.Input { Sort = sort, Order = order };
        string? cursor = null;
        var first = await PlanAsync(async db =>
            cursor = ((Done<Page<ApplicationRow>>)await Use<ListApplications>(db).RunAsync(Owner, input, default)).Value.NextCursor
        );
        var next = await PlanAsync(db => Use<ListApplications>(db).RunAsync(Owner, input with { Cursor = cursor }, default));
        foreach (var plan in new[] { Assert.Single(first), Assert.Single(next) })
        {
            var scan = Assert.Single(Nodes(plan), node => node.Text("Relation Name") == "applications");
            Assert.Equal(("Index Scan", index), (scan.Text("Node Type"), scan.Text("Index Name")));
            Assert.Contains("user_id", scan.Text("Index Cond"), StringComparison.Ordinal);
            Assert.DoesNotContain(Nodes(plan), node => node.Text("Node Type")!.Contains("Sort", StringComparison.Ordinal));
        }
        Assert.Contains(
            "ROW(",
            Assert.Single(Nodes(next[0]), node => node.Text("Index Name") == index).Text("Index Cond"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_page_of_deliverables_is_read_off_the_index_by_due_day()
    {
        string? cursor = null;
        var first = await PlanAsync(async db =>
            cursor = ((Done<Page<DeliverableRow>>)await Use<ListDeliverables>(db).RunAsync(Owner, new(), default)).Value.NextCursor
        );
        var next = await PlanAsync(db => Use<ListDeliverables>(db).RunAsync(Owner, new() { Cursor = cursor }, default));
        foreach (var plan in new[] { Assert.Single(first), Assert.Single(next) })
        {
            var scan = Assert.Single(Nodes(plan), node => node.Text("Relation Name") == "deliverables");
            Assert.Equal(("Index Scan", "deliverables_by_due"), (scan.Text("Node Type"), scan.Text("Index Name")));
            Assert.DoesNotContain(Nodes(plan), node => node.Text("Node Type")!.Contains("Sort", StringComparison.Ordinal));
        }
        Assert.Contains(
            "ROW(",
            Assert.Single(Nodes(next[0]), node => node.Text("Index Name") == "deliverables_by_due").Text("Index Cond"),
            StringComparison.Ordinal
        );
    }

    public static TheoryData<string> UseCases => [.. Reads.Keys];

    [Theory, MemberData(nameof(UseCases))]
    public async Task Nothing_looks_at_anybody_elses_rows(string useCase)
    {
        var plans = await PlanAsync(db => Reads[useCase](this, db));
        Assert.NotEmpty(plans);
        foreach (var node in plans.SelectMany(Nodes).Where(node => node["Relation Name"] is not null || node["Index Name"] is not null))
        {
            Assert.NotEqual("Seq Scan", node.Text("Node Type"));
            if (node["Index Name"] is not null)
                Assert.Contains("user_id", node.Text("Index Cond"), StringComparison.Ordinal);
        }
    }

    private static readonly Dictionary<string, Func<QueryPlanTests, JobTrackerDb, Task>> Reads = new(StringComparer.Ordinal)
    {
        ["search"] = (it, db) => it.Use<ListApplications>(db).RunAsync(Owner, new() { Q = "lyon 17", Count = true }, default),
        ["filter"] = (it, db) =>
            it.Use<ListApplications>(db).RunAsync(Owner, new() { Response = Response.Pending, Favorite = true }, default),
        ["other order"] = (it, db) =>
            it.Use<ListApplications>(db).RunAsync(Owner, new() { Sort = SortBy.DueOn, Order = Direction.Desc }, default),
        ["read"] = (it, db) => it.Use<ReadApplication>(db).RunAsync(Owner, Row, default),
        ["history"] = (it, db) => it.Use<ReadHistory>(db).RunAsync(Owner, Row, default),
        ["deleted"] = (it, db) => it.Use<ListDeleted>(db).RunAsync(Owner, default),
        ["favourites"] = (it, db) => it.Use<ListFavorites>(db).RunAsync(Owner, default),
        ["duplicates"] = (it, db) => it.Use<FindDuplicates>(db).RunAsync(Owner, "Company 7", "Engineer", null, default),
        ["duplicates of a link"] = (it, db) =>
            it.Use<FindDuplicates>(db).RunAsync(Owner, "Company 7", "Engineer", "https://example.org/1", default),
        ["links without a hash"] = (it, db) => it.Use<HashLinks>(db).RunAsync(Owner, default),
        ["change of status"] = (it, db) =>
            it.Use<ChangeStatus>(db).RunAsync(Owner, Row, new() { Status = ApplicationStatus.Draft }, null, default),
        ["deliverables"] = (it, db) =>
            it.Use<ListDeliverables>(db).RunAsync(Owner, new() { State = [DeliverableState.Done], Count = true }, default),
        ["deliverables of one application"] = (it, db) =>
            it.Use<ListDeliverables>(db).RunAsync(Owner, new() { ApplicationId = Row }, default),
        ["agenda"] = (it, db) => it.Use<ReadAgenda>(db).RunAsync(Owner, new(), default),
        ["agenda of one application"] = (it, db) => it.Use<ReadAgenda>(db).RunAsync(Owner, new() { ApplicationId = Row }, default),
        ["sheet"] = (it, db) => it.Use<ReadSheet>(db).RunAsync(Owner, Row, default),
        ["tick"] = (it, db) => it.Use<TickDeliverable>(db).RunAsync(Owner, Row, DeliverableState.Done, default),
        ["writing to insert"] = (it, db) => it.Use<ChooseWriting>(db).RunAsync(Owner, "maps", default),
        ["insert"] = (it, db) => it.Use<InsertWriting>(db).RunAsync(Owner, Row, Row, default),
        ["interviews"] = (it, db) =>
            it.Use<ListInterviews>(db).RunAsync(Owner, new() { Status = [InterviewStatus.Planned], Count = true }, default),
        ["rounds"] = (it, db) => it.Use<ListInterviews>(db).RunAsync(Owner, new() { ApplicationId = Row }, default),
        ["upcoming interviews"] = (it, db) => it.Use<UpcomingInterviews>(db).FirstAsync(Owner, 3, default),
        ["preparing"] = (it, db) => it.Use<PrepareInterview>(db).RunAsync(Owner, Interview, default),
        ["notes"] = (it, db) =>
            it.Use<ListNotes>(db)
                .RunAsync(
                    Owner,
                    new()
                    {
                        Q = "note",
                        Tag = "star",
                        Bank = true,
                        Count = true,
                    },
                    default
                ),
        ["lines of notes"] = (it, db) => it.Use<ListNotes>(db).BrowseAsync(Owner, new() { ApplicationId = Row }, default),
        ["filters of notes"] = (it, db) => it.Use<ReadFilters>(db).RunAsync(Owner, Row, default),
        ["note"] = (it, db) => it.Use<ReadNote>(db).RunAsync(Owner, Row, default),
        ["choices"] = (it, db) => it.Use<ChooseApplication>(db).RunAsync(Owner, default),
        ["sessions"] = (it, db) => it.Use<ListSessions>(db).RunAsync(Owner, new() { Finished = true, Count = true }, default),
        ["session"] = (it, db) => it.Use<ReadSession>(db).RunAsync(Owner, Kept, default),
        ["open session"] = (it, db) => it.Use<ReadSession>(db).CurrentAsync(Owner, 6, default),
        ["entry"] = (it, db) => it.Use<ReadSession>(db).EntryAsync(Owner, Kept, Kept, default),
        ["edit of an entry"] = (it, db) =>
            it.Use<EditEntry>(db).RunAsync(Owner, Kept, Kept, facts => facts with { City = "Lyon" }, [], null, default),
        ["session as a file"] = (it, db) => it.Use<ExportSession>(db).RunAsync(Owner, Kept, default),
        ["known ones"] = (it, db) => it.Use<FindDuplicates>(db).KnownAsync(Owner, [("Company 7", "Engineer", null)], default),
        ["files"] = (it, db) => it.Use<ListFiles>(db).RunAsync(Owner, Row, new(), default),
        ["shelf"] = (it, db) => it.Use<ListFiles>(db).ShelfAsync(Owner, Row, default),
        ["board"] = (it, db) =>
            it.Use<ReadBoard>(db)
                .RunAsync(
                    Owner,
                    new()
                    {
                        Open = [ApplicationStatus.Draft],
                        Q = "lyon",
                        Favorites = true,
                    },
                    default
                ),
        ["card"] = (it, db) => it.Use<ReadBoard>(db).CardAsync(Owner, Row, default),
        ["numbers"] = (it, db) => it.Use<ReadNumbers>(it.Use<CountApplications>(db)).RunAsync(Owner, new(2026, 2, 1), default),
        ["statistics"] = (it, db) => it.Use<ReadOverview>(it.Use<CountApplications>(db)).RunAsync(Owner, new(), default),
        ["statistics of a period"] = (it, db) =>
            it.Use<ReadOverview>(it.Use<CountApplications>(db))
                .RunAsync(Owner, new() { From = new(2026, 2, 1), To = new(2026, 2, 28) }, default),
        ["today"] = (it, db) => it.Use<ReadToday>(db).RunAsync(Owner, "UTC", default),
        ["follow-up"] = (it, db) => it.Use<FollowUp>(db).RunAsync(Owner, Row, new() { Days = 3 }, null, default),
        ["anything"] = (it, db) => it.Use<FindAnything>(db).RunAsync(Owner, "company note", default),
        ["conversations"] = (it, db) => it.Use<ListConversations>(db).BrowseAsync(Owner, new() { Mode = ConversationMode.Chat }, default),
        ["conversations of one"] = (it, db) =>
            it.Use<ListConversations>(db).RunAsync(Owner, new() { ApplicationId = Kept, Count = true }, default),
        ["conversation"] = (it, db) => it.Use<ReadConversation>(db).RunAsync(Owner, Kept, before: null, default),
        ["left behind"] = (it, db) => it.Use<CloseLeftBehind>(db).RunAsync(Owner, default),
        ["questions"] = (it, db) => it.Use<ListQuestions>(db).RunAsync(Owner, Kept, default),
        ["mock interviews"] = (it, db) => it.Use<ListMocks>(db).RunAsync(Owner, applicationId: null, default),
        ["mock interview"] = (it, db) => it.Use<ReadMock>(db).RunAsync(Owner, Mock, default),
        ["standing"] = (it, db) => it.Use<ReadStanding>(db).RunAsync(Owner, default),
        ["expired"] = (it, db) => it.Use<CoachAllowance>(db).GiveBackExpiredAsync(Owner, default),
        ["purge"] = (it, db) => it.Use<PurgeDeleted>(db).RunAsync(Owner, default),
    };

    [Fact]
    public async Task Figures_are_counted_without_a_join()
    {
        // The plan is kept and serves everybody: one made for few rows would compare each of many with each.
        var plans = await PlanAsync(db => Reads["statistics"](this, db));
        Assert.Contains(plans.SelectMany(Nodes), node => node.Text("Node Type") == "Aggregate");
        Assert.DoesNotContain(
            plans.SelectMany(Nodes),
            node =>
                node.Text("Node Type") is { } type
                && (type.Contains("Join", StringComparison.Ordinal) || type.Contains("Loop", StringComparison.Ordinal))
        );
    }

    [Fact]
    public async Task What_stands_around_every_page_reads_no_application_but_the_deleted_ones()
    {
        var http = new DefaultHttpContext
        {
            User = new ClaimsPrincipal(new ClaimsIdentity([new Claim(BearerDefaults.UserIdClaim, $"{Owner.Value}")], "Test")),
        };
        http.Features.Set(
            new SignedInPerson(Owner.Value, Locales.English, "UTC", "somebody@example.org", EmailConfirmed: true, IsAdmin: false)
        );
        var user = new CurrentUser(new HttpContextAccessor { HttpContext = http }, TimeProvider.System);
        var quotas = many.App.Services.GetRequiredService<IOptionsMonitor<QuotasOptions>>();
        Frame? frame = null;
        var plan = Assert.Single(
            await PlanAsync(async db => frame = await new CurrentFrame(db, user, quotas, TimeProvider.System).ReadAsync(default))
        );
        Assert.True(frame?.DeliverablesOpen > 0);
        Assert.Equal(
            ["applications_deleted"],
            Nodes(plan)
                .Select(node => node.Text("Index Name"))
                .Where(name => name?.StartsWith("applications_", StringComparison.Ordinal) == true)
                .Distinct(StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task A_page_of_sessions_is_read_off_the_index_of_their_beginnings()
    {
        string? cursor = null;
        var input = new ListSessions.Input { Limit = 5 };
        var first = await PlanAsync(async db =>
            cursor = ((Done<Page<SessionRow>>)await Use<ListSessions>(db).RunAsync(Owner, input, default)).Value.NextCursor
        );
        var next = await PlanAsync(db => Use<ListSessions>(db).RunAsync(Owner, input with { Cursor = cursor }, default));
        foreach (var plan in new[] { Assert.Single(first), Assert.Single(next) })
        {
            Assert.Equal("search_sessions_by_start", Assert.Single(Nodes(plan), node => node["Index Name"] is not null).Text("Index Name"));
            Assert.DoesNotContain(Nodes(plan), node => node.Text("Node Type")!.Contains("Sort", StringComparison.Ordinal));
        }
    }

    private T Use<T>(object given)
        where T : class => ActivatorUtilities.CreateInstance<T>(many.App.Services.CreateScope().ServiceProvider, given);

    /// <summary>The plans of all statements that were sent.</summary>
    private async Task<List<JsonNode>> PlanAsync(Func<JobTrackerDb, Task> run)
    {
        await using var source = NpgsqlDataSource.Create(many.App.ConnectionString);
        var sent = new Recorder();
        await using var db = new JobTrackerDb(new DbContextOptionsBuilder<JobTrackerDb>().UseNpgsql(source).AddInterceptors(sent).Options);
        await run(db);
        var plans = new List<JsonNode>();
        foreach (var command in sent.Commands)
        {
            await using var explain = source.CreateCommand($"explain (format json) {command.CommandText}");
            foreach (var parameter in command.Parameters.Cast<NpgsqlParameter>())
                explain.Parameters.Add(parameter.Clone());
            plans.Add(JsonNode.Parse((string)(await explain.ExecuteScalarAsync())!)![0]!["Plan"]!);
        }
        return plans;
    }

    private static IEnumerable<JsonNode> Nodes(JsonNode plan) =>
        [plan, .. (plan["Plans"]?.AsArray() ?? []).SelectMany(inner => Nodes(inner!))];

    private sealed class Recorder : DbCommandInterceptor
    {
        public List<DbCommand> Commands { get; } = [];

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command,
            CommandEventData eventData,
            InterceptionResult<DbDataReader> result,
            CancellationToken cancellationToken = default
        )
        {
            Commands.Add(((NpgsqlCommand)command).Clone());
            return ValueTask.FromResult(result);
        }

        public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
            DbCommand command,
            CommandEventData eventData,
            InterceptionResult<int> result,
            CancellationToken cancellationToken = default
        )
        {
            Commands.Add(((NpgsqlCommand)command).Clone());
            return ValueTask.FromResult(result);
        }
    }
}
