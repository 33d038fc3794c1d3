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

    private static readonly CsvWriterOptions Format = CsvWriterOptions.Default with
    {
        WriteByteOrderMark = true,
        // What a spreadsheet would read as the beginning of a formula; and the apostrophe, so that each one in front was put there.
        Injection = CsvInjection.Escape,
        InjectionCharacters = "=+-@'\t\r",
    };

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
        using (var csv = CsvWriter.Create(content, Format, leaveOpen: true))
        {
            csv.WriteHeader("company", "city", "mission", "link", "date");
            foreach (var entry in entries)
            {
                var there = TimeZoneInfo.ConvertTime(entry.CreatedAt, zone);
                csv.WriteField(entry.Company);
                csv.WriteField(entry.City);
                csv.WriteField(entry.Mission);
                csv.WriteField(entry.Link);
                csv.WriteField(there.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture));
                csv.EndRecord();
            }
        }
        return content.ToArray();
    }
}
