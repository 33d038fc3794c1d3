using FluentValidation;
using JobTracker.Data;
using JobTracker.Features.Accounts.Events;
using JobTracker.Kernel;
using Microsoft.EntityFrameworkCore;

namespace JobTracker.Features.Accounts.TwoFactor;

/// <summary>Switches the second factor off, or draws new recovery codes; either against the password and a code.</summary>
public sealed class ChangeTwoFactor(
    JobTrackerDb db,
    TwoFactorProof.Rules rules,
    VerifyPassword verify,
    CheckCode codes,
    RecoveryCodes recovery,
    SecurityLog log,
    TimeProvider clock
)
{
    public Task<Outcome<Nothing>> TurnOffAsync(UserId owner, TwoFactorProof input, CancellationToken cancel) =>
        AgainstProofAsync(owner, input, () => ForgetAsync(owner, cancel), cancel);

    /// <summary>The codes are shown once; the older ones are worth nothing from now on.</summary>
    public Task<Outcome<IReadOnlyList<string>>> RenewCodesAsync(UserId owner, TwoFactorProof input, CancellationToken cancel) =>
        AgainstProofAsync(owner, input, () => DrawAsync(owner, cancel), cancel);

    private async Task<Outcome<T>> AgainstProofAsync<T>(
        UserId owner,
        TwoFactorProof input,
        Func<Task<Outcome<T>>> then,
        CancellationToken cancel
    )
    {
        if (rules.Check(input) is { } refused)
            return refused;
        return await verify.RunAsync(owner, input.Password!, nameof(input.Password), cancel) switch
        {
            Failed<User> wrong => wrong.Failure,
            Done<User> { Value: { TwoFactorEnabled: true } user } => await codes.RunAsync(user, input.Code, then, cancel),
            _ => new NotFound(),
        };
    }

    private async Task<Outcome<Nothing>> ForgetAsync(UserId owner, CancellationToken cancel)
    {
        var stamp = User.NewStamp(clock.Now());
        await db
            .Users.Where(row => row.Id == owner.Value)
            .ExecuteUpdateAsync(
                set => set.SetProperty(row => row.TwoFactorEnabled, false).SetProperty(row => row.SecurityStamp, stamp),
                cancel
            );
        await db.Authenticators.Where(row => row.UserId == owner.Value).ExecuteDeleteAsync(cancel);
        await recovery.ForgetAsync(owner, cancel);
        log.Add(owner, SecurityEventKind.TwoFactorOff);
        await db.SaveChangesAsync(cancel);
        return Nothing.Value;
    }

    private async Task<Outcome<IReadOnlyList<string>>> DrawAsync(UserId owner, CancellationToken cancel)
    {
        log.Add(owner, SecurityEventKind.RecoveryCodesRenewed);
        return new Done<IReadOnlyList<string>>(await recovery.RenewAsync(owner, cancel));
    }
}
