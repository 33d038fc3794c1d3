using System.Runtime.CompilerServices;
using JobTracker.Data;
using JobTracker.Features.Transfer.Document;
using JobTracker.Kernel;
using Microsoft.EntityFrameworkCore;

namespace JobTracker.Features.Transfer.Export;

/// <summary>What stands beside the applications: the person, the writing bank, the search sessions.</summary>
public sealed class ReadRest(JobTrackerDb db, ReadBatches batches)
{
    public async Task<KeptProfile> ProfileAsync(UserId owner, CancellationToken cancel)
    {
        var email = await db.Users.Where(user => user.Id == owner.Value).Select(user => user.Email!).SingleAsync(cancel);
        return await db
            .Accounts.OwnedBy(owner)
            .Select(account => new KeptProfile
            {
                Email = email,
                FullName = account.FullName,
                TimeZone = account.TimeZone,
                Locale = account.Locale,
                DigestEnabled = account.DigestEnabled,
                DigestHour = account.DigestHour,
                FollowUpDays = account.FollowUpDays,
                AiProvider = account.AiProvider,
                CreatedAt = account.CreatedAt,
            })
            .SingleAsync(cancel);
    }

    public async IAsyncEnumerable<KeptNote> BankAsync(UserId owner, [EnumeratorCancellation] CancellationToken cancel)
    {
        foreach (var ids in await batches.NotesAsync(owner, cancel))
        {
            var notes = await db
                .WritingNotes.OwnedBy(owner)
                .Where(row => ids.Contains(row.Id))
                .OrderBy(row => row.CreatedAt)
                .ThenBy(row => row.Id)
                .Select(row => new KeptNote
                {
                    Id = row.Id,
                    Title = row.Title,
                    Tags = row.Tags,
                    Content = row.Content,
                    CreatedAt = row.CreatedAt,
                    UpdatedAt = row.UpdatedAt,
                })
                .ToListAsync(cancel);
            foreach (var note in notes)
                yield return note;
        }
    }

    public async IAsyncEnumerable<KeptSession> SessionsAsync(UserId owner, [EnumeratorCancellation] CancellationToken cancel)
    {
        foreach (var ids in await batches.SessionsAsync(owner, cancel))
        {
            var entries = await EntriesAsync(owner, ids, cancel);
            var sessions = await db
                .SearchSessions.OwnedBy(owner)
                .AsNoTracking()
                .Where(row => ids.Contains(row.Id))
                .OrderBy(row => row.StartedAt)
                .ThenBy(row => row.Id)
                .ToListAsync(cancel);
            foreach (var session in sessions)
                yield return new KeptSession
                {
                    Id = session.Id,
                    StartedAt = session.StartedAt,
                    FinishedAt = session.FinishedAt,
                    Entries = [.. entries[session.Id]],
                };
        }
    }

    private async Task<ILookup<Guid, KeptEntry>> EntriesAsync(UserId owner, Guid[] sessions, CancellationToken cancel) =>
        (
            await db
                .SearchEntries.OwnedBy(owner)
                .AsNoTracking()
                .Where(row => sessions.Contains(row.SessionId))
                .OrderBy(row => row.CreatedAt)
                .ThenBy(row => row.Id)
                .ToListAsync(cancel)
        ).ToLookup(
            row => row.SessionId,
            row => new KeptEntry
            {
                Id = row.Id,
                Company = row.Company,
                City = row.City,
                Mission = row.Mission,
                Link = row.Link,
                CreatedAt = row.CreatedAt,
                AddedAt = row.AddedAt,
            }
        );
}
