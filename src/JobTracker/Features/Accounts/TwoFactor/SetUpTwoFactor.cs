using System.Security.Cryptography;
using FluentValidation;
using JobTracker.Data;
using JobTracker.Data.Throttling;
using JobTracker.Features.Accounts.Events;
using JobTracker.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace JobTracker.Features.Accounts.TwoFactor;

/// <summary>Puts a second factor on an account: first a secret for the app, then a code of it as proof that the app has it.</summary>
public sealed class SetUpTwoFactor(
    JobTrackerDb db,
    TwoFactorProof.Rules rules,
    VerifyPassword verify,
    SecretSeals seals,
    CheckCode codes,
    RecoveryCodes recovery,
    SecurityLog log,
    Throttles throttles,
    TimeProvider clock,
    IStringLocalizer<Texts> t
)
{
    /// <summary>A new secret, in place of one that was not finished.</summary>
    public async Task<Outcome<Nothing>> BeginAsync(UserId owner, CancellationToken cancel)
    {
        if (await db.Users.AnyAsync(row => row.Id == owner.Value && row.TwoFactorEnabled, cancel))
            return AlreadyOn();
        await using var work = await Work.BeginAsync(db, cancel);
        await CancelAsync(owner, cancel);
        db.Add(
            new Authenticator
            {
                UserId = owner.Value,
                SealedSecret = seals.Seal(owner, RandomNumberGenerator.GetBytes(Totp.SecretBytes)),
                LastStep = 0,
                CreatedAt = clock.Now(),
            }
        );
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException second) when (second.Breaks("authenticators"))
        {
            // Begun twice at once: either secret will do.
            return Nothing.Value;
        }
        await work.CommitAsync(cancel);
        return Nothing.Value;
    }

    /// <summary>Forgets a secret that is not in use yet.</summary>
    public async Task<Outcome<Nothing>> CancelAsync(UserId owner, CancellationToken cancel)
    {
        await db
            .Authenticators.Where(row => row.UserId == owner.Value && !db.Users.Any(user => user.Id == row.UserId && user.TwoFactorEnabled))
            .ExecuteDeleteAsync(cancel);
        return Nothing.Value;
    }

    /// <summary>Switches it on. The codes in the answer are shown once and never again.</summary>
    public async Task<Outcome<IReadOnlyList<string>>> FinishAsync(UserId owner, TwoFactorProof input, CancellationToken cancel)
    {
        if (rules.Check(input) is { } refused)
            return refused;
        if (await verify.RunAsync(owner, input.Password!, nameof(input.Password), cancel) is Failed<User> { Failure: var wrong })
            return wrong;
        if (await throttles.HitAsync(Throttles.CodeByAccount, owner.ToString(), cancel) is { } tooMany)
            return tooMany;

        await using var work = await Work.BeginAsync(db, cancel);
        var stamp = User.NewStamp(clock.Now());
        var switched = await db
            .Users.Where(row => row.Id == owner.Value && !row.TwoFactorEnabled)
            .ExecuteUpdateAsync(
                set => set.SetProperty(row => row.TwoFactorEnabled, true).SetProperty(row => row.SecurityStamp, stamp),
                cancel
            );
        if (switched == 0)
            return AlreadyOn();
        if (!await codes.UseOfAppAsync(owner, input.Code, cancel))
            return new Refused(
                nameof(input.Code),
                t["This is not the current code for this key. Wait for the next one, and check that your phone’s clock is right."]
            );
        log.Add(owner, SecurityEventKind.TwoFactorOn);
        var made = await recovery.RenewAsync(owner, cancel);
        await throttles.ClearAsync(Throttles.CodeByAccount, owner.ToString(), cancel);
        await work.CommitAsync(cancel);
        return new Done<IReadOnlyList<string>>(made);
    }

    private Conflict AlreadyOn() => new("conflict", t["Two-factor sign-in is already on."]);
}
