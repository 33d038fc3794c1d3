using System.Buffers.Text;
using System.Text;
using System.Text.Json.Nodes;
using JobTracker.Testing;

namespace JobTracker.Tests.Features.Applications;

public sealed class ListPagesTests(SharedApp shared, ListPagesTests.Filled filled) : IClassFixture<ListPagesTests.Filled>
{
    private const int Rows = 64;

    /// <summary>Two people with many applications: one to read, one to add to.</summary>
    public sealed class Filled(SharedApp shared) : IAsyncLifetime
    {
        public TestUser Reader { get; private set; } = null!;
        public TestUser Writer { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            Reader = await shared.App.RegisterAsync();
            Writer = await shared.App.RegisterAsync();
            for (var row = 0; row < Rows; row++)
            {
                await Reader.AddAsync(FactsOf(row));
                await Writer.AddAsync(FactsOf(row));
            }
        }

        public ValueTask DisposeAsync()
        {
            Reader.Dispose();
            Writer.Dispose();
            return ValueTask.CompletedTask;
        }
    }

    public static TheoryData<string, string> Orders
    {
        get
        {
            var orders = new TheoryData<string, string>();
            foreach (var sort in new[] { "updated_at", "applied_on", "due_on", "company" })
            foreach (var order in new[] { "asc", "desc" })
                orders.Add(sort, order);
            return orders;
        }
    }

    [Theory, MemberData(nameof(Orders))]
    public async Task Page_after_page_reads_every_row_once_in_the_order_of_the_whole_list(string sort, string order)
    {
        var whole = (await filled.Reader.ItemsAsync($"/api/applications?limit=100&sort={sort}&order={order}")).Select(row =>
            row.Text("id")
        );
        Assert.Equal(whole, await WalkAsync(filled.Reader, $"sort={sort}&order={order}"));
    }

    [Theory, MemberData(nameof(Orders))]
    public async Task Rows_added_meanwhile_neither_hide_nor_repeat_one_that_was_there(string sort, string order)
    {
        var before = await WalkAsync(filled.Writer, "", limit: 100);
        var added = 0;
        // A walk towards the rows that are being added would never end.
        var walked = await WalkAsync(
            filled.Writer,
            $"sort={sort}&order={order}",
            () => ++added > 10 ? Task.CompletedTask : filled.Writer.AddAsync(FactsOf(added * 7))
        );
        Assert.Equal(walked.Count, walked.Distinct().Count());
        Assert.Superset(before.ToHashSet(), walked.ToHashSet());
    }

    [Fact]
    public async Task The_longest_name_makes_a_cursor_that_is_taken_back()
    {
        using var user = await shared.App.RegisterAsync();
        foreach (var character in new[] { "각", "œ", "漢", "\U0001D160" })
            await user.AddAsync(Facts.Of(("company", string.Concat(Enumerable.Repeat(character, 200 / character.Length)))));
        Assert.Equal(4, (await WalkAsync(user, "sort=company", limit: 1)).Count);
    }

    [Fact]
    public async Task A_cursor_belongs_to_its_order()
    {
        using var user = await shared.App.RegisterAsync();
        await user.AddAsync();
        await user.AddAsync();
        var cursor = (await user.GetAsync("/api/applications?limit=1&sort=due_on")).Text("next_cursor");
        foreach (var other in new[] { "sort=due_on&order=asc", "sort=applied_on", "sort=company", "" })
        {
            using var answer = await user.Client.GetAsync($"/api/applications?cursor={cursor}&{other}");
            await answer.RefusesAsync("cursor");
        }
    }

    [Theory]
    [InlineData("updated_at", "not a cursor")]
    [InlineData("updated_at", "bnVsbA")]
    [InlineData("updated_at", "e30")]
    [InlineData("updated_at", "W10")]
    [InlineData("updated_at", "yesterday", true)]
    [InlineData("updated_at", "99999-01-01T00:00:00.0000000+00:00", true)]
    [InlineData("applied_on", "2026-02-30", true)]
    [InlineData("due_on", "", true)]
    [InlineData("company", "\0", true)]
    [InlineData("company", @"\ud800", true)]
    public async Task What_is_no_cursor_is_refused_by_its_name(string sort, string text, bool asKey = false)
    {
        using var user = await shared.App.RegisterAsync();
        using var answer = await user.Client.GetAsync(
            $"/api/applications?sort={sort}&cursor={Uri.EscapeDataString(asKey ? Forged(sort, text) : text)}"
        );
        await answer.RefusesAsync("cursor");
    }

    [Theory]
    [InlineData("updated_at", "2026-01-01T00:00:00.0000000+02:00")]
    [InlineData("updated_at", "0001-01-01T00:00:00.0000000+00:00")]
    [InlineData("updated_at", "9999-12-31T23:59:59.9999999+00:00")]
    [InlineData("applied_on", "0001-01-01")]
    [InlineData("due_on", "9999-12-31")]
    [InlineData("company", "")]
    [InlineData("company", "'; drop table applications; --")]
    public async Task A_forged_cursor_shows_ones_own_rows_at_most(string sort, string key)
    {
        using var user = await shared.App.RegisterAsync();
        await user.AddAsync();
        foreach (var order in new[] { "asc", "desc" })
            Assert.InRange(
                (await user.ItemsAsync($"/api/applications?sort={sort}&order={order}&cursor={Forged(sort, key, order)}")).Count,
                0,
                1
            );
    }

    private static string Forged(string sort, string key, string order = "desc")
    {
        var text = key.Replace("\0", @"\u0000", StringComparison.Ordinal);
        return Base64Url.EncodeToString(
            Encoding.UTF8.GetBytes($$"""{"Sort":"{{sort}} {{order}}","Key":"{{text}}","Id":"018f3b3e-0000-7000-8000-000000000000"}""")
        );
    }

    /// <summary>Many equal values and many empty ones, in no order.</summary>
    private static JsonObject FactsOf(int row) =>
        Facts.Of(
            ("company", $"{"éEfÉ"[row % 4]}{row % 5}"),
            ("applied_on", row % 3 == 0 ? null : DayOf(row * 17 % 11)),
            ("due_on", row % 4 == 0 ? null : DayOf(row * 13 % 7))
        );

    private static string DayOf(int day) => Facts.Day(new DateOnly(2026, 3, 1).AddDays(day));

    private static async Task<List<string?>> WalkAsync(TestUser user, string query, Func<Task>? betweenPages = null, int limit = 7)
    {
        var seen = new List<string?>();
        string? cursor = null;
        do
        {
            var page = await user.GetAsync($"/api/applications?limit={limit}&{query}{(cursor is null ? "" : $"&cursor={cursor}")}");
            Assert.InRange(page["items"]!.AsArray().Count, 1, limit);
            seen.AddRange(page["items"]!.AsArray().Select(row => row!.Text("id")));
            cursor = page.Text("next_cursor");
            if (betweenPages is not null)
                await betweenPages();
        } while (cursor is not null);
        return seen;
    }
}
