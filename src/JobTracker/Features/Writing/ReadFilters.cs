using JobTracker.Data;
using JobTracker.Kernel;
using Microsoft.EntityFrameworkCore;

namespace JobTracker.Features.Writing;

/// <summary>What the list of notes can be narrowed to: the tags in use, and the applications that have notes.</summary>
public sealed class ReadFilters(JobTrackerDb db)
{
    private const int MostTags = 30;
    private const int MostApplications = 100;

    /// <param name="Count">How many notes there are under it.</param>
    public sealed record Tag(string Name, int Count);

    /// <param name="Count">How many notes it has.</param>
    public sealed record Place(Guid Id, string Company, string Position, int Count);

    /// <param name="Tags">Most used first.</param>
    /// <param name="Applications">By name.</param>
    public sealed record Answer(IReadOnlyList<Tag> Tags, IReadOnlyList<Place> Applications);

    /// <param name="owner">Whose.</param>
    /// <param name="shown">The application that the list is narrowed to, or that a note is looked for: it is in the answer, notes or not.</param>
    /// <param name="cancel">Stops the work.</param>
    public async Task<Answer> RunAsync(UserId owner, Guid? shown, CancellationToken cancel)
    {
        // A parameter: the bare NULL of one half would have another type than the ids of the other.
        var noId = Guid.Empty;
        var notes = db.WritingNotes.OwnedBy(owner);
        var tags = notes
            .SelectMany(note => note.Tags)
            .GroupBy(tag => tag)
            .Select(same => new
            {
                Id = noId,
                Name = same.Key,
                Detail = "",
                Count = same.Count(),
            })
            .OrderByDescending(tag => tag.Count)
            .Take(MostTags);
        var applications = db
            .Applications.OwnedBy(owner)
            .Select(row => new
            {
                row.Id,
                Name = row.Company,
                Detail = row.Position,
                Count = notes.Count(note => note.ApplicationId == row.Id),
            })
            .Where(row => row.Count > 0 || row.Id == shown)
            .OrderByDescending(row => row.Id == shown)
            .ThenByDescending(row => row.Count)
            .Take(MostApplications);
        var found = await tags.Concat(applications).ToListAsync(cancel);
        return new Answer(
            [
                .. found
                    .Where(row => row.Id == noId)
                    // The same tag written in two ways is one filter.
                    .GroupBy(row => Folding.Fold(row.Name), StringComparer.Ordinal)
                    .Select(same => new Tag(same.MaxBy(row => row.Count)!.Name, same.Sum(row => row.Count)))
                    .OrderByDescending(tag => tag.Count)
                    .ThenBy(tag => Folding.Fold(tag.Name), StringComparer.Ordinal),
            ],
            [
                .. found
                    .Where(row => row.Id != noId)
                    .Select(row => new Place(row.Id, row.Name, row.Detail, row.Count))
                    .OrderBy(place => Folding.Fold(place.Company), StringComparer.Ordinal),
            ]
        );
    }
}
