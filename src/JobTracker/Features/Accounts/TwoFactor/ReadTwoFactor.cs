using JobTracker.Data;
using JobTracker.Kernel;
using Microsoft.EntityFrameworkCore;

namespace JobTracker.Features.Accounts.TwoFactor;

/// <summary>How the second factor stands: off, being set up, or on.</summary>
public sealed class ReadTwoFactor(JobTrackerDb db, SecretSeals seals, RecoveryCodes recovery)
{
    private const string Issuer = "JobTracker";

    /// <param name="Key">For typing into the app.</param>
    /// <param name="Address">The same for its camera: what the picture says.</param>
    public sealed record SetUp(string Key, string Address);

    /// <param name="SetUp">Null unless it is being set up.</param>
    /// <param name="CodesLeft">Recovery codes that were not used yet.</param>
    public sealed record Answer(bool IsOn, SetUp? SetUp, int CodesLeft);

    public async Task<Outcome<Answer>> RunAsync(UserId owner, CancellationToken cancel)
    {
        if (await db.Users.AsNoTracking().SingleOrDefaultAsync(row => row.Id == owner.Value, cancel) is not { } user)
            return new AccountGone();
        if (user.TwoFactorEnabled)
            return new Answer(IsOn: true, SetUp: null, await recovery.CountAsync(owner, cancel));
        var begun = await db.Authenticators.AsNoTracking().SingleOrDefaultAsync(row => row.UserId == owner.Value, cancel);
        var secret = begun is null ? null : seals.Open(owner, begun.SealedSecret);
        return new Answer(IsOn: false, secret is null ? null : SetUpOf(Base32.Encode(secret), user.Email!), 0);
    }

    private static SetUp SetUpOf(string key, string email) =>
        new(key, $"otpauth://totp/{Issuer}:{Uri.EscapeDataString(email)}?secret={key}&issuer={Issuer}");
}
