using JobTracker.Data;
using JobTracker.Kernel;
using Microsoft.EntityFrameworkCore;

namespace JobTracker.Features.Applications;

/// <summary>The board: how many applications stand in each status, and the cards of the columns that are open.</summary>
public sealed class ReadBoard(JobTrackerDb db, TimeProvider clock)
{
    /// <summary>The most cards of a column; the list shows all.</summary>
    public const int MostCards = 200;

    /// <summary>The orders within a column.</summary>
    public enum SortBy
    {
        DueFirst,
        LongestFirst,
        Company,
    }

    public sealed record Input
    {
        /// <summary>The columns whose cards are wanted.</summary>
        public IReadOnlyCollection<ApplicationStatus> Open { get; init; } = [];
        public string? Q { get; init; }
        public bool Favorites { get; init; }
        public SortBy Sort { get; init; }
    }

    /// <summary>What a card shows.</summary>
    /// <param name="Since">The day it came to its status.</param>
    /// <param name="DueOn">Its own deadline.</param>
    /// <param name="FollowUpOn">When to ask again, while it waits for an answer.</param>
    /// <param name="Deliverable">The first one that is open and dated.</param>
    /// <param name="Interview">The next one that is planned.</param>
    public sealed record Card(
        Guid Id,
        string Company,
        string Position,
        ApplicationStatus Status,
        bool IsFavorite,
        DateOnly Since,
        DateOnly? DueOn,
        DateOnly? FollowUpOn,
        DueThing? Deliverable,
        DateTimeOffset? Interview,
        int Version
    );

    public sealed record DueThing(string Title, DateOnly DueOn);

    public sealed record Board(IReadOnlyDictionary<ApplicationStatus, int> Counts, ILookup<ApplicationStatus, Card> Cards);

    public async Task<Board> RunAsync(UserId owner, Input input, CancellationToken cancel)
    {
        var rows = db.Applications.OwnedBy(owner);
        foreach (var word in Folding.Words(input.Q))
            rows = rows.Where(row => row.SearchText.Contains(word));
        if (input.Favorites)
            rows = rows.Where(row => row.IsFavorite);
        var counts = await rows.GroupBy(row => row.Status).Select(group => new { group.Key, Count = group.Count() }).ToListAsync(cancel);
        var cards = await Cards(owner, rows.Where(row => input.Open.Contains(row.Status))).ToListAsync(cancel);
        return new Board(
            counts.ToDictionary(count => count.Key, count => count.Count),
            Sorted(cards, input.Sort)
                .GroupBy(card => card.Status)
                .SelectMany(column => column.Take(MostCards))
                .ToLookup(card => card.Status)
        );
    }

    /// <summary>One card, after a move; null when it is not there.</summary>
    public Task<Card?> CardAsync(UserId owner, Guid id, CancellationToken cancel) =>
        Cards(owner, db.Applications.OwnedBy(owner).Where(row => row.Id == id)).SingleOrDefaultAsync(cancel);

    private IQueryable<Card> Cards(UserId owner, IQueryable<JobApplication> rows)
    {
        var now = clock.Now();
        var parts = db.ApplicationParts.OwnedBy(owner).Where(part => part.IsOpen);
        var history = db.StatusChanges.OwnedBy(owner);
        return rows.Join(
            db.Accounts.OwnedBy(owner),
            row => row.UserId,
            account => account.UserId,
            (row, account) =>
                new Card(
                    row.Id,
                    row.Company,
                    row.Position,
                    row.Status,
                    row.IsFavorite,
                    history.Where(change => change.ApplicationId == row.Id).Max(change => change.OccurredOn),
                    row.DueOn,
                    JobApplication.FollowUpDay(row.Status, row.AppliedOn, row.FollowUpOn, account.FollowUpDays),
                    parts
                        .Where(part => part.ApplicationId == row.Id && part.Kind == PartKind.Deliverable && part.DueOn != null)
                        .OrderBy(part => part.DueOn)
                        .Select(part => new DueThing(part.Title, part.DueOn!.Value))
                        .FirstOrDefault(),
                    parts
                        .Where(part => part.ApplicationId == row.Id && part.Kind == PartKind.Interview && part.StartsAt >= now)
                        .Min(part => part.StartsAt),
                    row.Version
                )
        );
    }

    private static IEnumerable<Card> Sorted(IEnumerable<Card> cards, SortBy sort) =>
        sort switch
        {
            SortBy.Company => cards.OrderBy(card => Folding.Fold(card.Company), StringComparer.Ordinal).ThenBy(card => card.Id),
            SortBy.LongestFirst => cards.OrderBy(card => card.Since).ThenBy(card => card.Id),
            _ => cards.OrderBy(card => Next(card) ?? DateOnly.MaxValue).ThenByDescending(card => card.Since).ThenBy(card => card.Id),
        };

    private static DateOnly? Next(Card card) =>
        new[]
        {
            card.Deliverable?.DueOn,
            card.Interview is { } at ? DateOnly.FromDateTime(at.UtcDateTime) : null,
            card.FollowUpOn,
            Statuses.IsClosed(card.Status) ? null : card.DueOn,
        }.Min();
}
