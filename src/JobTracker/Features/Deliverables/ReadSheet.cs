using JobTracker.Data;
using JobTracker.Kernel;
using Microsoft.EntityFrameworkCore;

namespace JobTracker.Features.Deliverables;

/// <summary>What the page of one deliverable shows: the row, and the names of what it belongs to.</summary>
/// <param name="SourceTitle">Of the writing that the text was copied from; null without one, and while it is hidden with its application.</param>
public sealed record Sheet(DeliverableDetails Row, string Company, string Position, string? SourceTitle);

/// <summary>Reads the page of one deliverable.</summary>
public sealed class ReadSheet(JobTrackerDb db)
{
    public async Task<Outcome<Sheet>> RunAsync(UserId owner, Guid id, CancellationToken cancel)
    {
        var found = await db
            .Deliverables.OwnedBy(owner)
            .AsNoTracking()
            .Where(row => row.Id == id)
            .Select(row => new
            {
                row,
                row.Application!.Company,
                row.Application.Position,
                Source = db
                    .WritingNotes.OwnedBy(owner)
                    .Where(note => note.Id == row.SourceWritingId)
                    .Select(note => note.Title)
                    .SingleOrDefault(),
            })
            .SingleOrDefaultAsync(cancel);
        return found is null ? new NotFound() : new Sheet(DeliverableDetails.Of(found.row), found.Company, found.Position, found.Source);
    }
}
