using System.Globalization;
using CsvHelper;
using JobTracker.Data;
using JobTracker.Kernel;
using Microsoft.EntityFrameworkCore;

namespace JobTracker.Features.SearchSessions;

/// <summary>A session as a CSV file, in the order of submission.</summary>
public sealed class ExportSession(JobTrackerDb db)
{
    public const string MediaType = "text/csv";

    // What a spreadsheet would read as the beginning of a formula; and the apostrophe, so that each one in front was put there.
    private const string Guarded = "=+-@'\t\r";

    /// <param name="Name">The file's.</param>
    public sealed record Sheet(string Name, byte[] Content);

    public async Task<Outcome<Sheet>> RunAsync(UserId owner, Guid id, CancellationToken cancel)
    {
        var found = await db
            .SearchSessions.OwnedBy(owner)
            .Where(row => row.Id == id)
            .Select(row => new { row.StartedAt, Zone = db.Accounts.OwnedBy(owner).Select(account => account.TimeZone).First() })
            .SingleOrDefaultAsync(cancel);
        if (found is null)
            return new NotFound();
        var entries = await db.EntriesOf(owner, id)
            .OrderBy(row => row.CreatedAt)
            .ThenBy(row => row.Id)
            .Select(EntryRow.From)
            .ToListAsync(cancel);
        var day = Kernel.Calendar.DayOf(found.StartedAt, found.Zone);
        return new Sheet(
            string.Create(CultureInfo.InvariantCulture, $"session-{day:yyyy-MM-dd}.csv"),
            Write(entries, TimeZoneInfo.FindSystemTimeZoneById(found.Zone))
        );
    }

    private static byte[] Write(List<EntryRow> entries, TimeZoneInfo zone)
    {
        using var content = new MemoryStream();
        using (var csv = CsvWriter.Create(content, new CsvWriterOptions { WriteByteOrderMark = true }, leaveOpen: true))
        {
            csv.WriteHeader("company", "city", "mission", "link", "date");
            foreach (var entry in entries)
            {
                var there = TimeZoneInfo.ConvertTime(entry.CreatedAt, zone);
                csv.WriteField(Harmless(entry.Company));
                csv.WriteField(Harmless(entry.City));
                csv.WriteField(Harmless(entry.Mission));
                csv.WriteField(Harmless(entry.Link));
                csv.WriteField(there.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture));
                csv.EndRecord();
            }
        }
        return content.ToArray();
    }

    private static string? Harmless(string? text) => text is [var first, ..] && Guarded.Contains(first) ? $"'{text}" : text;
}
