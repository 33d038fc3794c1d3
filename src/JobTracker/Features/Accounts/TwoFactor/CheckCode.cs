using JobTracker.Data;
using JobTracker.Data.Throttling;
using JobTracker.Features.Accounts.Events;
using JobTracker.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace JobTracker.Features.Accounts.TwoFactor;

/// <summary>Takes a code of the authenticator or a recovery code, each once: what uses it up and what it is used for become one transaction.</summary>
public sealed class CheckCode(
    JobTrackerDb db,
    SecretSeals seals,
    RecoveryCodes recovery,
    SecurityLog log,
    Throttles throttles,
    TimeProvider clock,
    IStringLocalizer<Texts> t
)
{
    /// <summary>The name of the field in every input that has one.</summary>
    public const string Field = "Code";

    /// <summary>Goes on only with a code that is right and new; the account is gone for a proof that no longer holds.</summary>
    /// <param name="seen">Who has proved the password.</param>
    /// <param name="code">As it was typed.</param>
    /// <param name="then">What the code is for.</param>
    /// <param name="cancel">Stops the work.</param>
    public async Task<Outcome<T>> RunAsync<T>(User seen, string? code, Func<Task<Outcome<T>>> then, CancellationToken cancel)
    {
        var owner = new UserId(seen.Id);
        // Before the transaction: tries count even though nothing else of them is kept.
        if (await throttles.HitAsync(Throttles.CodeByAccount, owner.ToString(), cancel) is { } tooMany)
            return tooMany;
        await using var work = await Work.BeginAsync(db, cancel);
        if (!await db.HoldAsync(seen, cancel))
            return new AccountGone();
        if (!await UseAsync(owner, code, cancel))
            return new Refused(Field, t["This code is wrong, or it was used before."]);
        var outcome = await then();
        if (outcome is not Done<T>)
            return outcome;
        await throttles.ClearAsync(Throttles.CodeByAccount, owner.ToString(), cancel);
        await work.CommitAsync(cancel);
        return outcome;
    }

    /// <summary>A code of the app alone, for setting it up.</summary>
    public async Task<bool> UseOfAppAsync(UserId owner, string? code, CancellationToken cancel)
    {
        var tidied = CodeText.Tidied(code);
        var mine = db.Authenticators.Where(row => row.UserId == owner.Value);
        if (!CodeText.IsOfApp(tidied) || await mine.AsNoTracking().SingleOrDefaultAsync(cancel) is not { } authenticator)
            return false;
        if (seals.Open(owner, authenticator.SealedSecret) is not { } secret)
            return false;
        if (Totp.FindStep(secret, tidied, clock.Now(), authenticator.LastStep) is not { } step)
            return false;
        // Two at once with the same code: the second finds that its step is no longer new.
        return await mine.Where(row => row.LastStep < step).ExecuteUpdateAsync(set => set.SetProperty(row => row.LastStep, step), cancel)
            == 1;
    }

    private async Task<bool> UseAsync(UserId owner, string? code, CancellationToken cancel)
    {
        var tidied = CodeText.Tidied(code);
        if (code is null or { Length: > CodeText.Most } || tidied.Length == 0)
            return false;
        if (CodeText.IsOfApp(tidied))
            return await UseOfAppAsync(owner, tidied, cancel);
        if (!await recovery.UseAsync(owner, tidied, cancel))
            return false;
        log.Add(owner, SecurityEventKind.RecoveryCodeUsed);
        await db.SaveChangesAsync(cancel);
        return true;
    }
}
