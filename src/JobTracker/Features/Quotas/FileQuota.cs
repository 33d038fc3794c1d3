using JobTracker.Data;
using JobTracker.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace JobTracker.Features.Quotas;

/// <summary>Bytes of files per user: one atomic statement inside the caller's transaction, so that the limit holds over any number of processes.</summary>
public sealed class FileQuota(JobTrackerDb db, IOptionsMonitor<QuotasOptions> options)
{
    public const string Name = "file_bytes";

    /// <summary>What is used of what, in bytes: a null limit means unlimited.</summary>
    public sealed record Usage(long Used, long? Limit);

    /// <summary>Takes room. Null when it was there; nothing is taken otherwise. Locks the account's row until the transaction ends.</summary>
    public async Task<Failure?> TakeAsync(UserId owner, long bytes, CancellationToken cancel)
    {
        var configured = Configured ?? long.MaxValue;
        var taken = await db
            .Accounts.OwnedBy(owner)
            .Where(account => account.FileBytesUsed + bytes <= (account.FileBytesMax ?? configured))
            .ExecuteUpdateAsync(set => set.SetProperty(account => account.FileBytesUsed, account => account.FileBytesUsed + bytes), cancel);
        if (taken == 1)
            return null;
        return await ReadAsync(owner, cancel) is { } usage
            ? new OverQuota(Name, usage.Limit ?? long.MaxValue, usage.Used)
            : new AccountGone();
    }

    /// <summary>Gives room back, in the transaction that deletes the files. With no bytes it only locks the account's row.</summary>
    public Task GiveBackAsync(UserId owner, long bytes, CancellationToken cancel) =>
        db
            .Accounts.OwnedBy(owner)
            .ExecuteUpdateAsync(set => set.SetProperty(account => account.FileBytesUsed, account => account.FileBytesUsed - bytes), cancel);

    /// <summary>How much is used; null when there is no such account.</summary>
    public async Task<Usage?> ReadAsync(UserId owner, CancellationToken cancel)
    {
        var configured = Configured;
        return await db
            .Accounts.OwnedBy(owner)
            .Select(account => new Usage(account.FileBytesUsed, account.FileBytesMax ?? configured))
            .SingleOrDefaultAsync(cancel);
    }

    private long? Configured => options.CurrentValue.FileBytesPerUser;
}
