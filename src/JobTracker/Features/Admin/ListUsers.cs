using System.ComponentModel;
using FluentValidation;
using JobTracker.Data;
using JobTracker.Features.Accounts;
using JobTracker.Features.Quotas;
using JobTracker.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace JobTracker.Features.Admin;

/// <summary>The accounts of the site with what they use: never what is in them.</summary>
public sealed class ListUsers(
    JobTrackerDb db,
    ListUsers.Rules rules,
    UserQuota users,
    IOptionsMonitor<AdminOptions> admins,
    IOptionsMonitor<QuotasOptions> quotas,
    IStringLocalizer<Texts> t
)
{
    private const string Order = "created_at";
    private const int MostQuery = 200;

    public sealed record Input
    {
        /// <summary>A part of the address.</summary>
        [Description("A part of the address.")]
        public string? Q { get; init; }
        public int Limit { get; init; } = Paging.DefaultLimit;
        public string? Cursor { get; init; }
        public bool Count { get; init; }
    }

    public sealed class Rules : AbstractValidator<Input>
    {
        public Rules(IStringLocalizer<Texts> t)
        {
            RuleFor(input => input.Q).Text(MostQuery, t);
            RuleFor(input => input.Limit).Limit(t);
        }
    }

    /// <summary>The newest first.</summary>
    public async Task<Outcome<Page<UserLine>>> RunAsync(UserId admin, Input input, CancellationToken cancel)
    {
        if (rules.Check(input) is { } refused)
            return refused;
        (DateTimeOffset Instant, Guid Id)? after = null;
        if (input.Cursor is { } cursor && (after = Cursor.InstantPlace(cursor, Order)) is null)
            return new Refused(nameof(Input.Cursor), t["This cursor does not belong to this list."]);
        var wanted = Emails.Normalize(input.Q?.Trim() ?? "");
        var found = wanted.Length == 0 ? db.Users : db.Users.Where(user => user.NormalizedEmail!.Contains(wanted));
        var rows = await found
            .InOrder(user => user.CreatedAt, user => user.Id, descending: true, after)
            .Take(input.Limit + 1)
            .AsNoTracking()
            .ToListAsync(cancel);
        int? total = input.Count
            ? wanted.Length == 0
                ? (int)await users.CountAsync(cancel)
                : await found.CountAsync(cancel)
            : null;
        return (await WithUsageAsync(rows, cancel)).ToPage(input.Limit, line => Cursor.At(Order, line.CreatedAt, line.Id), total);
    }

    /// <summary>One of them.</summary>
    public async Task<Outcome<UserLine>> OneAsync(UserId admin, Guid id, CancellationToken cancel)
    {
        var rows = await db.Users.AsNoTracking().Where(user => user.Id == id).ToListAsync(cancel);
        return await WithUsageAsync(rows, cancel) is [var line] ? line : new NotFound();
    }

    /// <summary>Two questions, because accounts may live on other machines than those who may sign in.</summary>
    private async Task<IReadOnlyList<UserLine>> WithUsageAsync(List<User> rows, CancellationToken cancel)
    {
        var ids = rows.ConvertAll(user => user.Id);
        var accounts = await db
            .Accounts.AsNoTracking()
            .Where(account => ids.Contains(account.UserId))
            .ToDictionaryAsync(account => account.UserId, cancel);
        var seen = await db
            .SignIns.Where(row => ids.Contains(row.UserId))
            .GroupBy(row => row.UserId)
            .Select(group => new { group.Key, Last = group.Max(row => row.LastSeenAt) })
            .ToDictionaryAsync(row => row.Key, row => row.Last, cancel);
        return
        [
            .. rows.Where(user => accounts.ContainsKey(user.Id))
                .Select(user =>
                    UserLine.Of(
                        user,
                        accounts[user.Id],
                        admins.CurrentValue.Names(user),
                        quotas.CurrentValue,
                        seen.TryGetValue(user.Id, out var last) ? last : null
                    )
                ),
        ];
    }
}
