namespace JobTracker.Testing.Sql;

/// <summary>A table in a statement.</summary>
/// <param name="Table">Its own name.</param>
/// <param name="Name">What the statement calls it.</param>
/// <param name="IsInsert">Whether rows are added to it.</param>
/// <param name="Columns">The columns named when rows are added.</param>
/// <param name="Place">Which word it is.</param>
public sealed record TableMention(string Table, string Name, bool IsInsert, IReadOnlyList<string> Columns, int Place)
{
    // What follows a table's name and is no other name for it.
    private static readonly HashSet<string> Keywords = new(StringComparer.Ordinal)
    {
        "where",
        "set",
        "on",
        "join",
        "left",
        "right",
        "full",
        "inner",
        "cross",
        "lateral",
        "order",
        "group",
        "limit",
        "for",
        "returning",
        "using",
        "union",
        "intersect",
        "except",
        "values",
        "select",
        "default",
        "having",
        "offset",
        "fetch",
        "do",
        "when",
        "then",
        "with",
        "window",
        "natural",
    };

    /// <summary>All mentions, in order.</summary>
    public static IEnumerable<TableMention> In(IReadOnlyList<string> words)
    {
        for (var at = 0; at < words.Count; at++)
        {
            if (words[at] is not ("from" or "join" or "update" or "into" or "using" or "copy"))
                continue;
            // "for update" names no table, and "is distinct from x" a column: what is found there is the name of no table.
            var next = at + 1;
            if (next < words.Count && words[next] is "only" or "lateral")
                next++;
            while (next < words.Count && IsName(words[next]))
            {
                var mention = At(words, next, words[at], out next);
                yield return mention;
                if (next >= words.Count || words[next] != ",")
                    break;
                next++;
            }
        }
    }

    private static TableMention At(IReadOnlyList<string> words, int at, string keyword, out int next)
    {
        var table = words[at];
        next = at + 1;
        if (next + 1 < words.Count && words[next] == ".")
        {
            table = words[next + 1];
            next += 2;
        }
        if (keyword is "into" or "copy")
        {
            var columns = words.Skip(next).SkipWhile(word => word != "(").Skip(1).TakeWhile(word => word != ")").ToList();
            return new TableMention(table, table, IsInsert: true, columns, at);
        }
        var name = table;
        if (next < words.Count && words[next] == "as")
            next++;
        if (next < words.Count && IsName(words[next]) && !Keywords.Contains(words[next]))
            name = words[next++];
        return new TableMention(table, name, IsInsert: false, [], at);
    }

    private static bool IsName(string word) => char.IsLetter(word[0]) || word[0] == '_';
}
