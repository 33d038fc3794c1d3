using JobTracker.Data;
using JobTracker.Features.Accounts.Events;
using JobTracker.Kernel;
using Microsoft.EntityFrameworkCore;

namespace JobTracker.Features.Transfer.Export;

/// <summary>What every export begins with: a place, a line in the account's log, and one moment that all of it is read at.</summary>
public sealed class BeginExport(JobTrackerDb db, SecurityLog log, ExportGate gate, TimeProvider clock)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>An export under way; place and connection are taken until it is disposed of.</summary>
    /// <param name="Owner">Whose rows.</param>
    /// <param name="At">The moment.</param>
    /// <param name="Today">The day that it falls on where the person lives.</param>
    public sealed record Begun(UserId Owner, DateTimeOffset At, DateOnly Today, IDisposable Place, Moment Moment) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            await Moment.DisposeAsync();
            Place.Dispose();
        }
    }

    public async Task<Outcome<Begun>> RunAsync(UserId owner, string? device, CancellationToken cancel)
    {
        if (await gate.EnterAsync(owner, cancel) is not { } place)
            return new TooMany(TransferGate.ComeBack);
        try
        {
            var begun = await OpenAsync(owner, device, place, cancel);
            if (begun is not Done<Begun>)
                place.Dispose();
            return begun;
        }
        catch
        {
            place.Dispose();
            throw;
        }
    }

    private async Task<Outcome<Begun>> OpenAsync(UserId owner, string? device, IDisposable place, CancellationToken cancel)
    {
        var zone = await db.Accounts.OwnedBy(owner).Select(account => account.TimeZone).SingleOrDefaultAsync(cancel);
        if (zone is null)
            return new AccountGone();
        log.Add(owner, SecurityEventKind.DataExported, device);
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException gone) when (gone.MissesAccount())
        {
            return new AccountGone();
        }
        var now = clock.Now();
        return new Begun(owner, now, Calendar.DayOf(now, zone), place, await Moment.OpenAsync(db, Patience, cancel));
    }
}
