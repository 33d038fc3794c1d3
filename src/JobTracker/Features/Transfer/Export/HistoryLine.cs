using System.Globalization;
using JobTracker.Features.Transfer.Document;
using JobTracker.Kernel;

namespace JobTracker.Features.Transfer.Export;

/// <summary>
/// A history in one cell: <c>2026-02-01 draft; 2026-02-03 applied "by mail"</c>. Oldest first; a note stands between quotation marks, its own ones
/// are doubled, everything else in it stands as it is.
/// </summary>
internal static class HistoryLine
{
    public static string Of(IEnumerable<KeptChange> history) => string.Join("; ", history.Select(Entry));

    private static string Entry(KeptChange change)
    {
        var entry = string.Create(CultureInfo.InvariantCulture, $"{change.OccurredOn:yyyy-MM-dd} {Wire.Name(change.Status)}");
        return change.Note is null ? entry : $"{entry} \"{change.Note.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
