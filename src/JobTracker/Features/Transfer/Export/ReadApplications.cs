using System.Runtime.CompilerServices;
using JobTracker.Data;
using JobTracker.Features.Transfer.Document;
using JobTracker.Kernel;
using Microsoft.EntityFrameworkCore;

namespace JobTracker.Features.Transfer.Export;

/// <summary>Somebody's applications, in the order in which they were entered, as many at a time as memory should hold. What is deleted is left out.</summary>
public sealed class ReadApplications(JobTrackerDb db, ReadBatches batches, ReadParts parts, ReadConversations conversations)
{
    /// <summary>With everything under them.</summary>
    public async IAsyncEnumerable<KeptApplication> WholeAsync(BeginExport.Begun export, [EnumeratorCancellation] CancellationToken cancel)
    {
        var owner = export.Owner;
        await foreach (var (ids, rows) in BatchesAsync(owner, cancel))
        {
            var history = await parts.HistoryAsync(owner, ids, cancel);
            var deliverables = await parts.DeliverablesAsync(owner, ids, cancel);
            var writing = await parts.NotesAsync(owner, ids, cancel);
            var interviews = await parts.InterviewsAsync(owner, ids, cancel);
            var files = await FilesAsync(owner, ids, cancel);
            var questions = await parts.QuestionsAsync(owner, ids, cancel);
            var talks = await conversations.RunAsync(owner, ids, export.At, cancel);
            foreach (var row in rows)
                yield return row with
                {
                    History = [.. history[row.Id]],
                    Deliverables = [.. deliverables[row.Id]],
                    Writing = [.. writing[row.Id]],
                    Interviews = [.. interviews[row.Id]],
                    Files = [.. files[row.Id]],
                    Questions = [.. questions[row.Id]],
                    Conversations = [.. talks[row.Id]],
                };
        }
    }

    /// <summary>By themselves, with the ids of each batch.</summary>
    public async IAsyncEnumerable<(Guid[] Ids, IReadOnlyList<KeptApplication> Rows)> BatchesAsync(
        UserId owner,
        [EnumeratorCancellation] CancellationToken cancel
    )
    {
        foreach (var ids in await batches.ApplicationsAsync(owner, cancel))
            yield return (ids, await RowsAsync(owner, ids, cancel));
    }

    private async Task<IReadOnlyList<KeptApplication>> RowsAsync(UserId owner, Guid[] ids, CancellationToken cancel) =>
        await db
            .Applications.OwnedBy(owner)
            .Where(row => ids.Contains(row.Id))
            .OrderBy(row => row.CreatedAt)
            .ThenBy(row => row.Id)
            .Select(row => new KeptApplication
            {
                Id = row.Id,
                Company = row.Company,
                Position = row.Position,
                EmploymentType = row.EmploymentType,
                Location = row.Location,
                Channel = row.Channel,
                Link = row.Link,
                Salary = row.Salary,
                Contact = row.Contact,
                Status = row.Status,
                DueOn = row.DueOn,
                AppliedOn = row.AppliedOn,
                RespondedOn = row.RespondedOn,
                FollowUpOn = row.FollowUpOn,
                LastFollowUpOn = row.LastFollowUpOn,
                Comment = row.Comment,
                Posting = row.Posting,
                PostingCapturedAt = row.PostingCapturedAt,
                IsFavorite = row.IsFavorite,
                CreatedAt = row.CreatedAt,
                UpdatedAt = row.UpdatedAt,
                History = Array.Empty<KeptChange>(),
            })
            .ToListAsync(cancel);

    private async Task<ILookup<Guid, KeptFile>> FilesAsync(UserId owner, Guid[] applications, CancellationToken cancel) =>
        (
            await db
                .Files.OwnedBy(owner)
                .AsNoTracking()
                .Where(row => applications.Contains(row.ApplicationId))
                .OrderBy(row => row.CreatedAt)
                .ThenBy(row => row.Id)
                .ToListAsync(cancel)
        ).ToLookup(
            row => row.ApplicationId,
            row => new KeptFile
            {
                Id = row.Id,
                Name = row.Name,
                MediaType = row.MediaType,
                Size = row.Size,
                Path = PackFiles.PathOf(row.Id, row.Name),
                CreatedAt = row.CreatedAt,
            }
        );
}
