using System.Collections.Frozen;
using JobTracker.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace JobTracker.Testing.Sql;

/// <summary>
/// What lets owned tables be spread over machines by user_id, asked of a statement: each mention of an owned table is bound to one user_id,
/// and none stands in one statement with a table that stays on one machine.
/// </summary>
public sealed class TenantRule
{
    private const string Key = "user_id";
    private readonly FrozenSet<string> owned;
    private readonly FrozenSet<string> local;

    public TenantRule(IModel model)
    {
        var types = model.GetEntityTypes().ToLookup(type => typeof(IOwned).IsAssignableFrom(type.ClrType), NameOf);
        owned = types[true].OfType<string>().ToFrozenSet(StringComparer.Ordinal);
        local = types[false].OfType<string>().ToFrozenSet(StringComparer.Ordinal);
    }

    /// <summary>What is wrong with a command; null if nothing is.</summary>
    public string? Complaint(string sql) =>
        sql.StartsWith($"-- {OwnedRows.OfEverybodyTag}", StringComparison.Ordinal)
            ? null
            : SqlWords.Statements(sql).Select(ComplaintOf).FirstOrDefault(complaint => complaint is not null);

    private string? ComplaintOf(IReadOnlyList<string> words)
    {
        var mentions = TableMention.In(words).ToList();
        var ours = mentions.Where(mention => owned.Contains(mention.Table)).ToList();
        var bound = Comparisons(words).ToLookup(name => name is not null);
        // Without a name before it, a comparison binds one table, whichever that is.
        var loose = ours.Where(mention => !IsBound(mention, words, bound[true])).Skip(bound[false].Count()).FirstOrDefault();
        if (loose is not null)
            return $"{loose.Table} is not bound to one {Key}";
        return ours.Count > 0 && mentions.Find(mention => local.Contains(mention.Table)) is { } other
            ? $"{ours[0].Table} and {other.Table} stand in one statement"
            : null;
    }

    private static bool IsBound(TableMention mention, IReadOnlyList<string> words, IEnumerable<string?> compared) =>
        mention.IsInsert
            ? mention.Columns.Contains(Key)
            : compared.Contains(mention.Name) || Surrounding(words, mention.Place).Any(name => compared.Contains(name));

    /// <summary>The names of the queries around a place, as in (select … from it) as name: what binds one of them binds the tables in it.</summary>
    private static IEnumerable<string> Surrounding(IReadOnlyList<string> words, int place)
    {
        var depth = 0;
        for (var at = place; at < words.Count; at++)
        {
            if (words[at] == "(")
                depth++;
            if (words[at] != ")" || --depth >= 0)
                continue;
            depth = 0;
            var name = at + 1 < words.Count && words[at + 1] == "as" ? at + 2 : at + 1;
            if (name < words.Count)
                yield return words[name];
        }
    }

    /// <summary>Where a user_id is compared: what stands before its dot, null where nothing does.</summary>
    private static IEnumerable<string?> Comparisons(IReadOnlyList<string> words)
    {
        for (var at = 0; at < words.Count; at++)
        {
            if (words[at] != Key)
                continue;
            var isQualified = at >= 2 && words[at - 1] == ".";
            var before = isQualified ? at - 3 : at - 1;
            if ((at + 1 < words.Count && words[at + 1] == "=") || (before >= 0 && words[before] == "=") || IsInComparedRow(words, at))
                yield return isQualified ? words[at - 2] : null;
        }
    }

    /// <summary>As in (user_id, id) = (…): the row's other side has a user_id in the same place.</summary>
    private static bool IsInComparedRow(IReadOnlyList<string> words, int at)
    {
        while (at < words.Count && words[at] is not (")" or "(" or "select" or "from" or "where"))
            at++;
        return at + 1 < words.Count && words[at] == ")" && words[at + 1] == "=";
    }

    private static string? NameOf(IEntityType type) => type.GetTableName() ?? type.GetViewName();
}
