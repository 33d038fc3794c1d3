using System.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace JobTracker.Data;

/// <summary>Many questions, one answer: everything read until it is disposed of is as it was at the first question, whoever writes meanwhile.</summary>
public sealed class Moment : IAsyncDisposable
{
    private readonly IDbContextTransaction transaction;

    private Moment(IDbContextTransaction transaction) => this.transaction = transaction;

    /// <summary>Opens a transaction in which nothing can be written; the connection is taken until the end of it.</summary>
    /// <param name="db">Has no open transaction.</param>
    /// <param name="patience">How long one question may take: more than a page's, where much is read at once.</param>
    /// <param name="cancel">Stops the work.</param>
    public static async Task<Moment> OpenAsync(DbContext db, TimeSpan patience, CancellationToken cancel)
    {
        db.Database.SetCommandTimeout(patience);
        var transaction = await db.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancel);
        try
        {
            await db.Database.ExecuteSqlRawAsync("set transaction read only", cancel);
            return new Moment(transaction);
        }
        catch
        {
            await transaction.DisposeAsync();
            throw;
        }
    }

    public ValueTask DisposeAsync() => transaction.DisposeAsync();
}
