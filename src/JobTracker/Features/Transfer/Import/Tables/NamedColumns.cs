using System.Globalization;

namespace JobTracker.Features.Transfer.Import.Tables;

/// <summary>Which cells of a row have which name. What a sheet could not hold in one cell goes on in <c>Posting 2</c>, <c>Posting 3</c>.</summary>
internal sealed class NamedColumns
{
    private readonly Dictionary<string, int[]> places;

    private NamedColumns(Dictionary<string, int[]> places) => this.places = places;

    public IEnumerable<string> Names => places.Keys;

    public bool Has(string name) => places.ContainsKey(name);

    /// <summary>By the heading's own words.</summary>
    public static NamedColumns Of(IReadOnlyList<string> heading, Func<string, string> nameOf)
    {
        var found = new Dictionary<string, int[]>(StringComparer.Ordinal);
        for (var at = 0; at < heading.Count; at++)
        {
            var name = nameOf(heading[at]);
            if (name.Length == 0)
                continue;
            if (Continued(name) is { } begun && found.TryGetValue(begun, out var before))
                found[begun] = [.. before, at];
            else
                found.TryAdd(name, [at]);
        }
        return new NamedColumns(found);
    }

    /// <summary>As the person said.</summary>
    public static NamedColumns Of(IReadOnlyDictionary<string, int> columns) =>
        new(columns.ToDictionary(pair => pair.Key, pair => new[] { pair.Value }, StringComparer.Ordinal));

    /// <summary>Empty where the row is too short or has no such column.</summary>
    public string Cell(TableRow row, string name) =>
        places.TryGetValue(name, out var own) ? string.Concat(own.Select(at => at < row.Cells.Count ? row.Cells[at] : "")) : "";

    private static string? Continued(string name)
    {
        var space = name.LastIndexOfAny([' ', '_']);
        return space > 0 && int.TryParse(name.AsSpan(space + 1), NumberStyles.None, CultureInfo.InvariantCulture, out _)
            ? name[..space]
            : null;
    }
}
