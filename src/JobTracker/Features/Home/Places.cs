using JobTracker.Features.Accounts;
using JobTracker.Features.Meta;

namespace JobTracker.Features.Home;

/// <summary>What the landing page says about room on this site; null means that the operator sets no such limit.</summary>
/// <param name="Left">Accounts that can still be made.</param>
/// <param name="ApplicationsEach">Applications that one account may hold.</param>
/// <param name="Mode">Who may take a place.</param>
public sealed record Places(int? Left, int? Total, int? ApplicationsEach, RegistrationMode Mode)
{
    public bool AreFull => Left is 0;

    /// <summary>True when anybody may take one now.</summary>
    public bool AreOpen => Mode == RegistrationMode.Open && !AreFull;
}

/// <summary>Reads how many places are left.</summary>
public sealed class CurrentPlaces(ReadMeta meta)
{
    public async Task<Places> ReadAsync(CancellationToken cancel)
    {
        var site = await meta.RunAsync(reader: null, cancel);
        var left = site.MaxUsersTotal - (int)site.UsersTotal;
        return new Places(left is < 0 ? 0 : left, site.MaxUsersTotal, site.MaxAppsPerUser, site.Registration);
    }
}
