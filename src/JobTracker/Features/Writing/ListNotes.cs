using System.Linq.Expressions;
using FluentValidation;
using JobTracker.Data;
using JobTracker.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace JobTracker.Features.Writing;

/// <summary>A page of somebody's notes: filtered, searched, newest change first.</summary>
public sealed class ListNotes(JobTrackerDb db, ListNotes.Rules rules, IStringLocalizer<Texts> t)
{
    private const string Order = "updated_at desc";

    public sealed record Input
    {
        public Guid? ApplicationId { get; init; }
        public string? Q { get; init; }
        public string? Tag { get; init; }

        /// <summary>Only what belongs to no application.</summary>
        public bool Bank { get; init; }
        public int Limit { get; init; } = Paging.DefaultLimit;
        public string? Cursor { get; init; }

        /// <summary>Whether to count all rows too, which costs as much as the list.</summary>
        public bool Count { get; init; }
    }

    public sealed class Rules : AbstractValidator<Input>
    {
        public Rules(IStringLocalizer<Texts> t)
        {
            RuleFor(input => input.Q).Text(200, t);
            RuleFor(input => input.Tag).Text(NoteFacts.Rules.MostTag, t);
            RuleFor(input => input.Limit).Limit(t);
        }
    }

    public Task<Outcome<Page<NoteRow>>> RunAsync(UserId owner, Input input, CancellationToken cancel) =>
        ReadAsync(owner, input, NoteRow.From, row => Cursor.At(Order, row.UpdatedAt, row.Id), cancel);

    /// <summary>The same, as the pages show it.</summary>
    public Task<Outcome<Page<NoteLine>>> BrowseAsync(UserId owner, Input input, CancellationToken cancel) =>
        ReadAsync(owner, input, NoteLine.From, row => Cursor.At(Order, row.UpdatedAt, row.Id), cancel);

    private async Task<Outcome<Page<T>>> ReadAsync<T>(
        UserId owner,
        Input input,
        Expression<Func<WritingNote, T>> shape,
        Func<T, Cursor> placeOf,
        CancellationToken cancel
    )
    {
        if (rules.Check(input) is { } refused)
            return refused;
        (DateTimeOffset, Guid)? after = null;
        if (input.Cursor is not null && (after = Cursor.InstantPlace(input.Cursor, Order)) is null)
            return new Refused(nameof(Input.Cursor), t["This cursor does not belong to this list."]);

        var matching = Matching(db.WritingNotes.OwnedBy(owner).AsNoTracking(), input);
        var rows = await matching
            .InOrder(row => row.UpdatedAt, row => row.Id, descending: true, after)
            .Take(input.Limit + 1)
            .Select(shape)
            .ToListAsync(cancel);
        return rows.ToPage(input.Limit, placeOf, input.Count ? await matching.CountAsync(cancel) : null);
    }

    private static IQueryable<WritingNote> Matching(IQueryable<WritingNote> rows, Input input)
    {
        foreach (var word in Folding.Words(input.Q))
            rows = rows.Where(row => row.SearchText.Contains(word));
        if (!string.IsNullOrWhiteSpace(input.Tag))
        {
            var mark = WritingNote.TagMark(input.Tag);
            rows = rows.Where(row => row.SearchText.Contains(mark));
        }
        if (input.ApplicationId is { } application)
            rows = rows.Where(row => row.ApplicationId == application);
        if (input.Bank)
            rows = rows.Where(row => row.ApplicationId == null);
        return rows;
    }
}
