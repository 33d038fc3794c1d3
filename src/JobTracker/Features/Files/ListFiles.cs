using System.Globalization;
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
        public int Limit { get; init; } = Rules.DefaultLimit;
        public string? Cursor { get; init; }

        /// <summary>Whether to count all rows too, which costs as much as the list.</summary>
        public bool Count { get; init; }
    }

    public sealed class Rules : AbstractValidator<Input>
    {
        public const int DefaultLimit = 25;
        public const int MostLimit = 100;

        public Rules(IStringLocalizer<Texts> t) =>
            RuleFor(input => input.Limit).InclusiveBetween(1, MostLimit).WithMessage(_ => t["Use a number from {0} to {1}.", 1, MostLimit]);
    }

    /// <summary>The first documents, and how much room is left for more: all that a page needs, in one statement.</summary>
    public sealed record Shelf(IReadOnlyList<FileRow> Files, FileQuota.Usage Usage);

    public async Task<Outcome<Page<FileRow>>> RunAsync(UserId owner, Guid applicationId, Input input, CancellationToken cancel)
    {
        if (rules.Check(input) is { } refused)
            return refused;
        (DateTimeOffset, Guid)? after = null;
        if (input.Cursor is not null && (after = PlaceOf(input.Cursor)) is null)
            return new Refused(nameof(Input.Cursor), t["This cursor does not belong to this list."]);
        if (!await db.Applications.OwnedBy(owner).AnyAsync(row => row.Id == applicationId, cancel))
            return new NotFound();

        var files = Of(owner, applicationId);
        var rows = await files
            .InOrder(row => row.CreatedAt, row => row.Id, descending: false, after)
            .Take(input.Limit + 1)
            .Select(FileRow.From)
            .ToListAsync(cancel);
        var next = rows.Count > input.Limit ? CursorAt(rows[input.Limit - 1]) : null;
        var total = input.Count ? await files.CountAsync(cancel) : (int?)null;
        return new Page<FileRow>(rows.Take(input.Limit).ToList(), next, total);
    }

    /// <summary>For a page that has made sure of the application.</summary>
    public async Task<Shelf?> ShelfAsync(UserId owner, Guid applicationId, CancellationToken cancel)
    {
        long? configured = options.CurrentValue.FileBytesPerUser;
        var files = Of(owner, applicationId);
        return await db
            .Accounts.OwnedBy(owner)
            .Select(account => new Shelf(
                files.OrderBy(row => row.CreatedAt).ThenBy(row => row.Id).Take(Rules.MostLimit).Select(FileRow.From).ToList(),
                new FileQuota.Usage(account.FileBytesUsed, account.FileBytesMax ?? configured)
            ))
            .AsSingleQuery()
            .SingleOrDefaultAsync(cancel);
    }

    private IQueryable<StoredFile> Of(UserId owner, Guid applicationId) =>
        db.Files.OwnedBy(owner).AsNoTracking().Where(row => row.ApplicationId == applicationId);

    private static string CursorAt(FileRow row) =>
        new Cursor(Order, row.CreatedAt.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture), row.Id).Encode();

    private static (DateTimeOffset, Guid)? PlaceOf(string text) =>
        Cursor.Decode(text, Order) is { } cursor
        && DateTimeOffset.TryParseExact(cursor.Key, "O", CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal, out var instant)
            ? (instant, cursor.Id)
            : null;
}
