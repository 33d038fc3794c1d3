using JobTracker.Data;
using JobTracker.Data.Throttling;
using JobTracker.Features.Accounts.Events;
using JobTracker.Features.Accounts.Passwords;
using JobTracker.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace JobTracker.Features.Accounts;

/// <summary>The first proof of a sign-in. A wrong password and an unknown address get the same answer after the same work.</summary>
public sealed class CheckPassword(
    JobTrackerDb db,
    Throttles throttles,
    PasswordHashing passwords,
    FailedSignIns failed,
    IStringLocalizer<Texts> t
)
{
    /// <summary>Whose address and password these are.</summary>
    public async Task<Outcome<User>> RunAsync(string email, string password, Caller caller, CancellationToken cancel)
    {
        var normalized = Emails.Normalize(email.Trim());
        if (await throttles.HitAsync(Throttles.LoginByNetwork, caller.Network, cancel) is { } byNetwork)
            return byNetwork;
        if (await throttles.HitAsync(Throttles.LoginByAccount, normalized, cancel) is { } byAccount)
            return byAccount;

        var user = await db.Users.SingleOrDefaultAsync(row => row.NormalizedEmail == normalized, cancel);
        var verified = user?.PasswordHash is { } hash
            ? await passwords.VerifyAsync(hash, password, cancel)
            : await passwords.VerifyNobodyAsync(password, cancel);
        if (verified is Failed<PasswordCheck> busy)
            return busy.Failure;
        if (user is null || verified is Done<PasswordCheck> { Value: PasswordCheck.Wrong })
        {
            if (user is not null)
                failed.Tell(new UserId(user.Id), caller.Device);
            return Wrong();
        }
        if (
            verified is Done<PasswordCheck> { Value: PasswordCheck.RightButOutdated }
            && await passwords.HashAsync(password, cancel) is Done<string> better
        )
            await db
                .Users.Where(row => row.Id == user.Id && row.PasswordHash == user.PasswordHash)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.PasswordHash, better.Value), cancel);
        return user;
    }

    /// <summary>The one answer to everything that is not right.</summary>
    public NotAllowed Wrong() => new("bad_credentials", t["The e-mail address or the password is wrong."]);
}
