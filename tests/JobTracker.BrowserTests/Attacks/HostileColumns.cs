using System.Text.RegularExpressions;
using JobTracker.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;

namespace JobTracker.BrowserTests.Attacks;

/// <summary>Puts the corpus into every text column that the model has and that does not hold it yet, whatever the site itself would let in there.</summary>
internal static partial class HostileColumns
{
    private const int Rows = 25;
    private const int UsualLength = 4_000;

    /// <summary>Columns, or whole tables, that hold nobody's words, and why it does not matter what a page would do with them.</summary>
    private static readonly Dictionary<string, string> NobodysWords = new(StringComparer.Ordinal)
    {
        ["users.password_hash"] = "a hash",
        ["users.security_stamp"] = "random, and in the cookie",
        ["users.concurrency_stamp"] = "random",
        ["users.normalized_email"] = "looked up by, never shown",
        ["users.normalized_user_name"] = "looked up by, never shown",
        ["users.phone_number"] = "of Identity's own, unused",
        ["user_claims"] = "of Identity's own, unused",
        ["user_logins"] = "of Identity's own, unused",
        ["user_tokens"] = "of Identity's own, unused",
        ["user_accounts.time_zone"] = "a zone of the list",
        ["user_accounts.google_ai_key"] = "sealed",
        ["user_accounts.openai_key"] = "sealed",
        ["authenticators.sealed_secret"] = "sealed",
        ["outbox.letter"] = "sealed",
        ["mailed_links.email"] = "compared with, never shown",
        ["reset_requests.normalized_email"] = "looked up by, never shown",
        ["throttles.bucket"] = "a hash",
        ["system_counters.name"] = "the program's own",
        ["idempotency_records"] = "answers to programs, which no page shows",
        ["applications.company_key"] = "sorted by, never shown",
        ["interviews.time_zone"] = "a zone of the list",
        ["files.media_type"] = "one of those that the site knows, by the file's first bytes",
        ["coach_conversations.excluded_items"] = "names of items, compared with",
        ["coach_messages.client_message_id"] = "compared with, never shown",
        ["coach_messages.error_code"] = "the program's own",
        ["coach_questions.made_from"] = "a hash",
    };

    /// <returns>The columns in which no row holds the corpus: a new one, for which the account has no row.</returns>
    public static async Task<IReadOnlyList<string>> FillAsync(JobTrackerApp app, Guid user)
    {
        await using var source = NpgsqlDataSource.Create(app.ConnectionString);
        var (lengths, choices) = await ChecksAsync(source);
        var left = new List<string>();
        foreach (var column in await app.ReadAsync(db => Task.FromResult(Of(db.Model))))
        {
            if (choices.Contains(column.Name))
                continue;
            if (column.Kind != Kind.Json)
            {
                await using var fill = source.CreateCommand(column.Fill);
                var most = lengths.GetValueOrDefault(column.Name, UsualLength);
                fill.Parameters.AddWithValue("values", Enumerable.Range(0, Rows).Select(turn => Corpus.Text(most, turn)).ToArray());
                fill.Parameters.AddWithValue("user", user);
                try
                {
                    await fill.ExecuteNonQueryAsync();
                }
                catch (PostgresException e) when (e.SqlState is PostgresErrorCodes.CheckViolation or PostgresErrorCodes.UniqueViolation)
                {
                    left.Add($"{column.Name} (refused by {e.ConstraintName})");
                    continue;
                }
            }
            await using var count = source.CreateCommand(column.Count);
            count.Parameters.AddWithValue("user", user);
            count.Parameters.AddWithValue("start", Corpus.Breaker[..Math.Min(lengths.GetValueOrDefault(column.Name, UsualLength), 2)]);
            if ((long)(await count.ExecuteScalarAsync())! == 0)
                left.Add(column.Name);
        }
        return left;
    }

    private enum Kind
    {
        Text,
        Texts,
        Json,
    }

    private sealed record Column(string Table, string Of, Kind Kind, string Owner)
    {
        public string Name => $"{Table}.{Of}";

        /// <summary>Each row the next value; a row that holds the corpus already came by the site's own ways.</summary>
        public string Fill =>
            $"""
                with numbered as (select ctid, row_number() over (order by ctid) as at from {Table} where {Owner})
                update {Table} as filled set "{Of}" = {(
                    Kind == Kind.Texts ? "array[value]" : "value"
                )} from (select ctid, (@values)[1 + (at - 1) % cardinality(@values)] as value from numbered) as row
                where filled.ctid = row.ctid and position('{Corpus.Mark}' in coalesce(filled."{Of}"::text, '{Corpus.Mark}')) = 0
                """;

        public string Count =>
            $"""select count(*) from {Table} where {Owner} and (position('{Corpus.Mark}' in "{Of}"::text) > 0 or "{Of}"::text like @start || '%')""";
    }

    private static List<Column> Of(IModel model) =>
        [
            .. from entity in model.GetEntityTypes()
            let table = entity.GetTableName()
            where table is not null && !NobodysWords.ContainsKey(table)
            let owner = table == "users" ? "id = @user"
            : entity.FindProperty("UserId") is null ? "true or @user is null"
            : "user_id = @user"
            from property in entity.GetProperties()
            let kind = KindOf(property)
            where kind is not null && !NobodysWords.ContainsKey($"{table}.{property.GetColumnName()}")
            select new Column(table, property.GetColumnName(), kind.Value, $"({owner})"),
        ];

    // Words of an enumeration are of its type here, and text only in the database.
    private static Kind? KindOf(IProperty property)
    {
        if (property.GetColumnType() is "jsonb")
            return Kind.Json;
        if (property.ClrType == typeof(string))
            return Kind.Text;
        return property.ClrType.IsAssignableTo(typeof(IEnumerable<string>)) ? Kind.Texts : null;
    }

    /// <summary>How long each column may be, and which take only words of a list.</summary>
    private static async Task<(Dictionary<string, int> Lengths, HashSet<string> Choices)> ChecksAsync(NpgsqlDataSource source)
    {
        var lengths = new Dictionary<string, int>(StringComparer.Ordinal);
        var choices = new HashSet<string>(StringComparer.Ordinal);
        await using var checks = source.CreateCommand(
            "select conrelid::regclass::text, pg_get_constraintdef(oid) from pg_constraint where contype = 'c' and conrelid <> 0"
        );
        await using var reader = await checks.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            var (table, check) = (reader.GetString(0), reader.GetString(1));
            foreach (Match most in LongestAllowed().Matches(check))
                lengths[$"{table}.{most.Groups["column"].Value}"] = int.Parse(most.Groups["most"].ValueSpan, provider: null);
            if (OneOfList().Match(check) is { Success: true } one)
                choices.Add($"{table}.{one.Groups["column"].Value}");
        }
        return (lengths, choices);
    }

    [GeneratedRegex("""length\("?(?<column>\w+)"?\) <?= (?<most>\d+)""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex LongestAllowed();

    [GeneratedRegex("""^CHECK \(\("?(?<column>\w+)"? = ANY \(""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex OneOfList();
}
