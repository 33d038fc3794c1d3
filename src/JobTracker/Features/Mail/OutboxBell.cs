using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Storage;

namespace JobTracker.Features.Mail;

/// <summary>Wakes whoever delivers mail in this process: when the transaction that a mail was written in has become true, and not before.</summary>
public sealed class OutboxBell : DbTransactionInterceptor
{
    private readonly ConditionalWeakTable<DbTransaction, object> announced = [];
    private TaskCompletionSource next = New();

    /// <summary>Ends at the next ring. To be taken before looking for mail, so that none is missed.</summary>
    public Task Rung => Volatile.Read(ref next).Task;

    /// <summary>There is mail: rings now, or with the transaction's commit.</summary>
    public void Announce(IDbContextTransaction? transaction)
    {
        if (transaction is null)
            Ring();
        else
            announced.AddOrUpdate(transaction.GetDbTransaction(), this);
    }

    public void Ring() => Interlocked.Exchange(ref next, New()).SetResult();

    public override void TransactionCommitted(DbTransaction transaction, TransactionEndEventData eventData) => RingFor(transaction);

    public override Task TransactionCommittedAsync(
        DbTransaction transaction,
        TransactionEndEventData eventData,
        CancellationToken cancellationToken = default
    )
    {
        RingFor(transaction);
        return Task.CompletedTask;
    }

    private void RingFor(DbTransaction transaction)
    {
        if (announced.Remove(transaction))
            Ring();
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
