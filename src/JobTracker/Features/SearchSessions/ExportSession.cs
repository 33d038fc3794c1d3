using System.Globalization;
using JobTracker.Data;
using JobTracker.Features.Shared.Spreadsheets;
using JobTracker.Kernel;
using Microsoft.EntityFrameworkCore;

namespace JobTracker.Features.SearchSessions;

/// <summary>A session as a CSV file, in the order of submission.</summary>
public sealed class ExportSession(JobTrackerDb db)
{
    private static readonly string[] Header = ["company", "city", "mission", "link", "date"];

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
        using (var file = new CsvFile(content))
        {
            file.Row(Header.Select(Cell.Of));
            foreach (var entry in entries)
            {
                var there = TimeZoneInfo.ConvertTime(entry.CreatedAt, zone).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
                file.Row([Cell.Of(entry.Company), Cell.Of(entry.City), Cell.Of(entry.Mission), Cell.Of(entry.Link), Cell.Of(there)]);
            }
        }
        return content.ToArray();
    }
}
