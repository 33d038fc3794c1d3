using JobTracker.Data;
using JobTracker.Features.Applications;
using JobTracker.Kernel;
using Microsoft.EntityFrameworkCore;

namespace JobTracker.Features.Search;

/// <summary>Looks for words in everything that a person keeps: one statement for each kind of thing, each inside the person's rows.</summary>
public sealed class FindAnything(JobTrackerDb db)
{
    public const int LongestQuery = 200;

    /// <summary>Of each kind.</summary>
    public const int Most = 6;

    /// <param name="Title">What it is called; an interview's type.</param>
    /// <param name="Company">Whose application it belongs to; null in the writing bank.</param>
    public sealed record Hit(Guid Id, string Title, string? Company, string? Position);

    public sealed record Answer(
        IReadOnlyList<Hit> Applications,
        IReadOnlyList<Hit> Deliverables,
        IReadOnlyList<Hit> Writing,
        IReadOnlyList<Meeting> Interviews
    )
    {
        public int Count => Applications.Count + Deliverables.Count + Writing.Count + Interviews.Count;
    }

    public sealed record Meeting(Guid Id, Interviews.InterviewType Type, DateTimeOffset StartsAt, string Company, string Position);

    public async Task<Answer> RunAsync(UserId owner, string? query, CancellationToken cancel)
    {
        var words = Folding.Words(query?[..Math.Min(query.Length, LongestQuery)]);
        return words.Length == 0
            ? new Answer([], [], [], [])
            : new Answer(
                await ApplicationsAsync(owner, words, cancel),
                await DeliverablesAsync(owner, words, cancel),
                await WritingAsync(owner, words, cancel),
                await InterviewsAsync(owner, words, cancel)
            );
    }

    /// <summary>Those whose names have the words come before those that have them somewhere in their texts.</summary>
    private Task<List<Hit>> ApplicationsAsync(UserId owner, string[] words, CancellationToken cancel)
    {
        var rows = db.Applications.OwnedBy(owner);
        foreach (var word in words)
            rows = rows.Where(row => row.SearchText.Contains(word));
        var first = words[0];
        return rows.OrderByDescending(row => row.CompanyKey.StartsWith(first))
            .ThenByDescending(row => row.CompanyKey.Contains(first))
            .ThenByDescending(row => row.UpdatedAt)
            .Take(Most)
            .Select(row => new Hit(row.Id, row.Company, row.Company, row.Position))
            .ToListAsync(cancel);
    }

    private Task<List<Hit>> DeliverablesAsync(UserId owner, string[] words, CancellationToken cancel)
    {
        var rows = db.Deliverables.OwnedBy(owner);
        foreach (var word in words)
            rows = rows.Where(row => row.SearchText.Contains(word) || row.Application!.CompanyKey.Contains(word));
        return rows.OrderBy(row => row.CompletedAt != null)
            .ThenByDescending(row => row.UpdatedAt)
            .Take(Most)
            .Select(row => new Hit(row.Id, row.Title, row.Application!.Company, row.Application.Position))
            .ToListAsync(cancel);
    }

    private Task<List<Hit>> WritingAsync(UserId owner, string[] words, CancellationToken cancel)
    {
        var rows = db.WritingNotes.OwnedBy(owner);
        foreach (var word in words)
            rows = rows.Where(row => row.SearchText.Contains(word));
        return rows.OrderByDescending(row => row.UpdatedAt)
            .Take(Most)
            .Select(row => new Hit(
                row.Id,
                row.Title,
                row.Application == null ? null : row.Application.Company,
                row.Application == null ? null : row.Application.Position
            ))
            .ToListAsync(cancel);
    }

    private Task<List<Meeting>> InterviewsAsync(UserId owner, string[] words, CancellationToken cancel)
    {
        var rows = db.Interviews.OwnedBy(owner);
        foreach (var word in words)
            rows = rows.Where(row => row.SearchText.Contains(word) || row.Application!.CompanyKey.Contains(word));
        return rows.OrderByDescending(row => row.StartsAt)
            .Take(Most)
            .Select(row => new Meeting(row.Id, row.Type, row.StartsAt, row.Application!.Company, row.Application.Position))
            .ToListAsync(cancel);
    }
}
