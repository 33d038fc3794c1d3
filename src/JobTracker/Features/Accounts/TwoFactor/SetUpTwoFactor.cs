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
        await using var work = await Work.BeginAsync(db, cancel);
        if (await HoldAsync(owner, cancel))
            return AlreadyOn();
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
        await using var work = await Work.BeginAsync(db, cancel);
        if (!await HoldAsync(owner, cancel))
            await db.Authenticators.Where(row => row.UserId == owner.Value).ExecuteDeleteAsync(cancel);
        await work.CommitAsync(cancel);
        return Nothing.Value;
    }

    /// <summary>Whether it is on, and stays so until the transaction ends.</summary>
    private async Task<bool> HoldAsync(UserId owner, CancellationToken cancel) =>
        (
            await db
                .Database.SqlQuery<bool>($"""select two_factor_enabled as "Value" from users where id = {owner.Value} for no key update""")
                .ToListAsync(cancel)
        )
            is [true];

    /// <summary>Switches it on. The codes in the answer are shown once and never again.</summary>
    public async Task<Outcome<IReadOnlyList<string>>> FinishAsync(UserId owner, TwoFactorProof input, CancellationToken cancel)
    {
        if (rules.Check(input) is { } refused)
            return refused;
        var verified = await verify.RunAsync(owner, input.Password!, nameof(input.Password), cancel);
        if (verified is not Done<User> { Value: var user })
            return ((Failed<User>)verified).Failure;
        if (await throttles.HitAsync(Throttles.CodeByAccount, owner.ToString(), cancel) is { } tooMany)
            return tooMany;

        await using var work = await Work.BeginAsync(db, cancel);
        if (!await db.HoldAsync(user, cancel))
            return verify.Wrong(nameof(input.Password));
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
