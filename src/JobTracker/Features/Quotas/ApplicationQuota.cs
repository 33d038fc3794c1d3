using JobTracker.Data;
using JobTracker.Features.Accounts;
using JobTracker.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace JobTracker.Features.Quotas;

/// <summary>Applications per user: one atomic statement inside the caller's transaction, so that the limit holds over any number of processes.</summary>
public sealed class ApplicationQuota(JobTrackerDb db, IOptionsMonitor<QuotasOptions> options)
{
    public const string Name = "applications_per_user";

    /// <summary>What is used of what: a null limit means unlimited.</summary>
    public sealed record Usage(int Used, int? Limit);

    /// <summary>Takes places, if they are all there.</summary>
    /// <returns>What the account says about days: its row is locked from here on, and need not be read again.</returns>
    public async Task<Outcome<DaySettings>> TakeAsync(UserId owner, int places, CancellationToken cancel)
    {
        var configured = options.CurrentValue.MaxApplicationsPerUser ?? int.MaxValue;
        var taken = await db
            .Database.SqlQuery<DaySettings>(
                $"""
                update user_accounts set applications_used = applications_used + {places}
                where user_id = {owner.Value} and applications_used + {places} <= coalesce(applications_max, {configured})
                returning time_zone as "TimeZone", follow_up_days as "FollowUpDays"
                """
            )
            .ToListAsync(cancel);
        if (taken is [var days])
            return days;
        return await ReadAsync(owner, cancel) is { } usage
            ? new OverQuota(Name, usage.Limit ?? int.MaxValue, usage.Used)
            : new AccountGone();
    }

    /// <summary>Takes as many places as there are, up to so many.</summary>
    /// <returns>How many were taken; null when there is no such account.</returns>
    public async Task<int?> TakeUpToAsync(UserId owner, int places, CancellationToken cancel)
    {
        var configured = options.CurrentValue.MaxApplicationsPerUser ?? int.MaxValue;
        // The lock comes first: between what is read and what is written nobody else can take a place.
        var taken = await db
            .Database.SqlQuery<int>(
                $"""
                with before as (
                    select applications_used as used, least({places}, greatest(0, coalesce(applications_max, {configured}) - applications_used)) as free
                    from user_accounts where user_id = {owner.Value} for update
                )
                update user_accounts set applications_used = before.used + before.free from before where user_id = {owner.Value} returning before.free as "Value"
                """
            )
            .ToListAsync(cancel);
        return taken is [var count] ? count : null;
    }

    /// <summary>Gives places back, in the transaction that deletes the rows.</summary>
    public Task GiveBackAsync(UserId owner, int places, CancellationToken cancel) =>
        db
            .Accounts.OwnedBy(owner)
            .ExecuteUpdateAsync(
                set =>
                    // No condition on the number: where it seems to be zero somebody may just be taking a place, and who then does not wait for
                    // that deletes a row and gives nothing back. A caller that finds no row to delete rolls back; it must get that far.
                    set.SetProperty(
                        account => account.ApplicationsUsed,
                        account => account.ApplicationsUsed >= places ? account.ApplicationsUsed - places : 0
                    ),
                cancel
            );

    /// <summary>How many places are used; null when there is no such account.</summary>
    public async Task<Usage?> ReadAsync(UserId owner, CancellationToken cancel)
    {
        var configured = options.CurrentValue.MaxApplicationsPerUser;
        return await db
            .Accounts.OwnedBy(owner)
            .Select(account => new Usage(account.ApplicationsUsed, account.ApplicationsMax ?? configured))
            .SingleOrDefaultAsync(cancel);
    }
}
