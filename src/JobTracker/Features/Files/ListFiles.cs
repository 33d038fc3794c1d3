using FluentValidation;
using JobTracker.Data;
using JobTracker.Features.Quotas;
using JobTracker.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace JobTracker.Features.Files;

/// <summary>The documents of an application, in the order they came.</summary>
public sealed class ListFiles(JobTrackerDb db, ListFiles.Rules rules, IOptionsMonitor<QuotasOptions> options, IStringLocalizer<Texts> t)
{
    private const string Order = "created_at asc";

    public sealed record Input
    {
        public int Limit { get; init; } = Paging.DefaultLimit;
        public string? Cursor { get; init; }

        /// <summary>Whether to count all rows too, which costs as much as the list.</summary>
        public bool Count { get; init; }
    }

    public sealed class Rules : AbstractValidator<Input>
    {
        public Rules(IStringLocalizer<Texts> t) => RuleFor(input => input.Limit).Limit(t);
    }

    /// <summary>The first documents, and how much room is left for more: all that a page needs, in one statement.</summary>
    public sealed record Shelf(IReadOnlyList<FileRow> Files, FileQuota.Usage Usage);

    public async Task<Outcome<Page<FileRow>>> RunAsync(UserId owner, Guid applicationId, Input input, CancellationToken cancel)
    {
        if (rules.Check(input) is { } refused)
            return refused;
        (DateTimeOffset, Guid)? after = null;
        if (input.Cursor is not null && (after = Cursor.InstantPlace(input.Cursor, Order)) is null)
            return new Refused(nameof(Input.Cursor), t["This cursor does not belong to this list."]);
        if (!await db.Applications.OwnedBy(owner).AnyAsync(row => row.Id == applicationId, cancel))
            return new NotFound();

        var files = Of(owner, applicationId);
        var rows = await files
            .InOrder(row => row.CreatedAt, row => row.Id, descending: false, after)
            .Take(input.Limit + 1)
            .Select(FileRow.From)
            .ToListAsync(cancel);
        return rows.ToPage(
            input.Limit,
            row => Cursor.At(Order, row.CreatedAt, row.Id),
            input.Count ? await files.CountAsync(cancel) : null
        );
    }

    /// <summary>For a page that has made sure of the application.</summary>
    public async Task<Shelf?> ShelfAsync(UserId owner, Guid applicationId, CancellationToken cancel)
    {
        long? configured = options.CurrentValue.FileBytesPerUser;
        var files = Of(owner, applicationId);
        return await db
            .Accounts.OwnedBy(owner)
            .Select(account => new Shelf(
                files.OrderBy(row => row.CreatedAt).ThenBy(row => row.Id).Take(Paging.MostLimit).Select(FileRow.From).ToList(),
                new FileQuota.Usage(account.FileBytesUsed, account.FileBytesMax ?? configured)
            ))
            .AsSingleQuery()
            .SingleOrDefaultAsync(cancel);
    }

    private IQueryable<StoredFile> Of(UserId owner, Guid applicationId) =>
        db.Files.OwnedBy(owner).AsNoTracking().Where(row => row.ApplicationId == applicationId);
}
