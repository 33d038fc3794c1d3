using System.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace JobTracker.Data;

/// <summary>One unit of work: a transaction of its own, or a part of the one that is already open (an idempotent request's).</summary>
public sealed class Work : IAsyncDisposable
{
    private readonly IDbContextTransaction? own;

    private Work(IDbContextTransaction? own) => this.own = own;

    /// <summary>Opens a transaction, or joins the open one. Disposing without <see cref="CommitAsync"/> undoes what was done.</summary>
    public static async Task<Work> BeginAsync(DbContext db, CancellationToken cancel) =>
        new(db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(IsolationLevel.ReadCommitted, cancel) : null);

    /// <summary>Makes it last; a joined part lasts when the whole is committed.</summary>
    public Task CommitAsync(CancellationToken cancel) => own?.CommitAsync(cancel) ?? Task.CompletedTask;

    public ValueTask DisposeAsync() => own?.DisposeAsync() ?? ValueTask.CompletedTask;
}
