using JobTracker.Features.Transfer.Import.Tables;

namespace JobTracker.Features.Transfer.Import.Mapping;

/// <summary>What the columns of an unknown table mean, and how it is written, as far as the person has said so.</summary>
public sealed record TableMapping
{
    /// <summary>By our field, as the API calls it, the heading of the column; a field that is left out has none.</summary>
    public IReadOnlyDictionary<string, string>? Columns { get; init; }
    public string? Delimiter { get; init; }
    public TextEncoding? Encoding { get; init; }
    public DateOrder? DateOrder { get; init; }

    /// <summary>Null where it has to be guessed.</summary>
    internal CsvShape Shape =>
        new() { Delimiter = Delimiter is [var one] && Delimiters.All.Contains(one) ? one : null, Encoding = Encoding };
}
