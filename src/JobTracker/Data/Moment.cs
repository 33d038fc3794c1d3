using System.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace JobTracker.Data;

/// <summary>Many questions, one answer: everything read until it is disposed of is as it was at the first question, whoever writes meanwhile.</summary>
public sealed class Moment : IAsyncDisposable
{
    private readonly DbContext db;
    private readonly int? usualPatience;
    private readonly IDbContextTransaction transaction;

    private Moment(DbContext db, int? usualPatience, IDbContextTransaction transaction) =>
        (this.db, this.usualPatience, this.transaction) = (db, usualPatience, transaction);

    /// <summary>Opens a transaction in which nothing can be written; the connection is taken until the end of it.</summary>
    /// <param name="db">Has no open transaction.</param>
    /// <param name="patience">How long one question may take: more than a page's, where much is read at once.</param>
    /// <param name="cancel">Stops the work.</param>
    public static async Task<Moment> OpenAsync(DbContext db, TimeSpan patience, CancellationToken cancel)
    {
        var usual = db.Database.GetCommandTimeout();
        var moment = new Moment(db, usual, await db.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancel));
        try
        {
            db.Database.SetCommandTimeout(patience);
            await db.Database.ExecuteSqlRawAsync("set transaction read only", cancel);
            return moment;
        }
        catch
        {
            await moment.DisposeAsync();
            throw;
        }
    }

    public ValueTask DisposeAsync()
    {
        db.Database.SetCommandTimeout(usualPatience);
        return transaction.DisposeAsync();
    }
}
