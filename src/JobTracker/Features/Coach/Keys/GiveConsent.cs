using JobTracker.Data;
using JobTracker.Features.Accounts;
using JobTracker.Kernel;
using Microsoft.EntityFrameworkCore;

namespace JobTracker.Features.Coach.Keys;

/// <summary>Agrees to sending a provider what the coach's pages list, or withdraws that.</summary>
public sealed class GiveConsent(JobTrackerDb db, TimeProvider clock)
{
    public Task<Outcome<Nothing>> RunAsync(UserId owner, AiProvider provider, CancellationToken cancel) =>
        SetAsync(owner, provider, clock.Now(), cancel);

    /// <summary>From the next message on, nothing is sent.</summary>
    public Task<Outcome<Nothing>> WithdrawAsync(UserId owner, AiProvider provider, CancellationToken cancel) =>
        SetAsync(owner, provider, at: null, cancel);

    private async Task<Outcome<Nothing>> SetAsync(UserId owner, AiProvider provider, DateTimeOffset? at, CancellationToken cancel)
    {
        var account = db.Accounts.OwnedBy(owner);
        var set =
            provider == AiProvider.Gemini
                ? await account.ExecuteUpdateAsync(row => row.SetProperty(it => it.GeminiAgreedAt, at), cancel)
                : await account.ExecuteUpdateAsync(row => row.SetProperty(it => it.OpenaiAgreedAt, at), cancel);
        return set == 1 ? Nothing.Value : new AccountGone();
    }
}
