using System.Globalization;
using System.Text.RegularExpressions;
using JobTracker.Features.Applications;
using JobTracker.Features.Transfer.Document;
using JobTracker.Kernel;

namespace JobTracker.Features.Transfer.Import.Tables;

/// <summary>A history in one cell, as the export writes it: <c>2026-02-01 draft; 2026-02-03 applied "by mail"</c>, the marks in a note doubled.</summary>
internal static partial class HistoryCell
{
    private const int MostEntries = 5_000;

    /// <summary>Null when it is no such line; empty for an empty one.</summary>
    /// <param name="line">The cell.</param>
    /// <param name="now">For the ids.</param>
    /// <param name="createdAt">When the first entry was made; the others follow it closely.</param>
    public static IReadOnlyList<KeptChange>? Read(string line, DateTimeOffset now, DateTimeOffset createdAt)
    {
        var changes = new List<KeptChange>();
        var text = line.Trim();
        for (var at = 0; at < text.Length; )
        {
            var match = Entry().Match(text, at);
            if (
                changes.Count >= MostEntries
                || !match.Success
                || !DateOnly.TryParseExact(
                    match.Groups["day"].Value,
                    "yyyy-MM-dd",
                    CultureInfo.InvariantCulture,
                    DateTimeStyles.None,
                    out var day
                )
                || !Wire.TryParse<ApplicationStatus>(match.Groups["status"].Value, out var status)
            )
                return null;
            changes.Add(
                new KeptChange
                {
                    Id = Guid.CreateVersion7(now),
                    Status = status,
                    OccurredOn = day,
                    Note = match.Groups["note"] is { Success: true, Value: var note }
                        ? note.Replace("\"\"", "\"", StringComparison.Ordinal)
                        : null,
                    CreatedAt = createdAt.AddMicroseconds(changes.Count),
                }
            );
            at += match.Length;
        }
        return changes;
    }

    [GeneratedRegex(
        "\\G(?<day>[0-9]{4}-[0-9]{2}-[0-9]{2}) (?<status>[a-z_]+)( \"(?<note>([^\"]|\"\")*)\")?\\s*(;\\s*|$)",
        RegexOptions.ExplicitCapture | RegexOptions.Singleline,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Entry();
}
