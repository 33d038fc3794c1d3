using JobTracker.Data;
using JobTracker.Features.Applications;
using JobTracker.Kernel;
using Microsoft.EntityFrameworkCore;

namespace JobTracker.Features.Transfer.Import.Matching;

/// <summary>What of a file may be in the account already. Rows are read one after the other: only their keys stay.</summary>
public sealed class ReadExisting(JobTrackerDb db)
{
    public async Task<Existing> ApplicationsAsync(UserId owner, IReadOnlyList<Candidate> file, CancellationToken cancel)
    {
        var named = Ids(file);
        var existing = new Existing();
        var rows = db
            .Applications.OwnedBy(owner)
            .IgnoreQueryFilters([JobApplicationMapping.Deleted])
            .Select(row => new
            {
                row.Id,
                row.Company,
                row.Position,
                row.AppliedOn,
                row.Link,
                IsDeleted = row.DeletedAt != null,
            })
            .AsAsyncEnumerable();
        await foreach (var row in rows.WithCancellation(cancel))
        {
            (row.IsDeleted ? existing.Taken : existing.Live).Add(row.Id);
            if (!row.IsDeleted && !named.Contains(row.Id))
                existing.AddContent(ContentKey.OfApplication(row.Company, row.Position, row.AppliedOn, row.Link), row.Id);
        }
        return existing;
    }

    /// <summary>Of the writing bank; ids of other notes are taken.</summary>
    public async Task<Existing> NotesAsync(UserId owner, IReadOnlyList<Candidate> file, CancellationToken cancel)
    {
        var existing = new Existing();
        if (file.Count == 0)
            return existing;
        var named = Ids(file);
        var rows = db
            .WritingNotes.OwnedBy(owner)
            .IgnoreQueryFilters([JobApplicationMapping.Deleted])
            .Select(row => new
            {
                row.Id,
                IsInBank = row.ApplicationId == null,
                IsDeleted = row.Application!.DeletedAt != null,
                Title = row.ApplicationId == null ? row.Title : "",
                Content = row.ApplicationId == null ? row.Content : "",
            })
            .AsAsyncEnumerable();
        await foreach (var row in rows.WithCancellation(cancel))
        {
            (row.IsDeleted ? existing.Taken : existing.Live).Add(row.Id);
            if (row.IsInBank && !named.Contains(row.Id))
                existing.AddContent(ContentKey.OfNote(row.Title, row.Content), row.Id);
        }
        return existing;
    }

    public async Task<Existing> SessionsAsync(UserId owner, IReadOnlyList<Candidate> file, CancellationToken cancel)
    {
        var existing = new Existing();
        if (file.Count == 0)
            return existing;
        var named = Ids(file);
        var sessions = await db.SearchSessions.OwnedBy(owner).Select(row => new { row.Id, row.StartedAt }).ToListAsync(cancel);
        foreach (var session in sessions)
        {
            existing.Live.Add(session.Id);
            if (named.Contains(session.Id))
                continue;
            var entries = await db
                .SearchEntries.OwnedBy(owner)
                .Where(row => row.SessionId == session.Id)
                .OrderBy(row => row.CreatedAt)
                .ThenBy(row => row.Id)
                .Select(row => new
                {
                    row.Company,
                    row.City,
                    row.Mission,
                    row.Link,
                })
                .ToListAsync(cancel);
            var key = ContentKey.OfSession(session.StartedAt, entries.Select(row => (row.Company, row.City, row.Mission, row.Link)));
            existing.AddContent(key, session.Id);
        }
        return existing;
    }

    private static HashSet<Guid> Ids(IEnumerable<Candidate> file) => [.. file.Select(row => row.Id)];
}
