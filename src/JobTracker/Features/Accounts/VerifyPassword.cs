using JobTracker.Data;
using JobTracker.Data.Throttling;
using JobTracker.Features.Accounts.Passwords;
using JobTracker.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace JobTracker.Features.Accounts;

/// <summary>Asks somebody who is signed in for the password once more, before something that cannot be taken back.</summary>
public sealed class VerifyPassword(JobTrackerDb db, PasswordHashing passwords, Throttles throttles, IStringLocalizer<Texts> t)
{
    /// <summary>The person, tracked; or what the form has to say.</summary>
    /// <param name="owner">Whose password.</param>
    /// <param name="password">What was typed.</param>
    /// <param name="field">The property of the caller's input that it was typed into.</param>
    /// <param name="cancel">Stops the work.</param>
    public async Task<Outcome<User>> RunAsync(UserId owner, string password, string field, CancellationToken cancel)
    {
        if (await db.Users.SingleOrDefaultAsync(row => row.Id == owner.Value, cancel) is not { } user)
            return new AccountGone();
        if (await throttles.HitAsync(Throttles.LoginByAccount, user.NormalizedEmail!, cancel) is { } tooMany)
            return tooMany;
        return await passwords.VerifyAsync(user.PasswordHash!, password, cancel) switch
        {
            Failed<PasswordCheck> busy => busy.Failure,
            Done<PasswordCheck> { Value: PasswordCheck.Wrong } => Wrong(field),
            _ => user,
        };
    }

    /// <summary>What the form has to say.</summary>
    public Refused Wrong(string field) => new(field, t["This is not your current password."]);
}
