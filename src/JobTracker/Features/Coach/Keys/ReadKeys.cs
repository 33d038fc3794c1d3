using JobTracker.Data;
using JobTracker.Features.Accounts;
using JobTracker.Kernel;
using Microsoft.EntityFrameworkCore;

namespace JobTracker.Features.Coach.Keys;

/// <summary>A person's own keys as the settings show them: how they end, whether they can still be read, and what was agreed to.</summary>
public sealed class ReadKeys(JobTrackerDb db, KeySeals seals)
{
    /// <param name="Last4">Null when there is no key.</param>
    /// <param name="IsReadable">False when the key has to be entered again.</param>
    /// <param name="AgreedAt">Since when data may be sent there.</param>
    public sealed record OwnKey(AiProvider Provider, string? Last4, bool IsReadable, DateTimeOffset? AgreedAt);

    /// <param name="Chosen">Null when nothing was chosen.</param>
    public sealed record Answer(OwnKey Gemini, OwnKey Openai, AiProvider? Chosen);

    public async Task<Outcome<Answer>> RunAsync(UserId owner, CancellationToken cancel)
    {
        if (await db.Accounts.OwnedBy(owner).AsNoTracking().SingleOrDefaultAsync(cancel) is not { } account)
            return new AccountGone();
        return new Answer(
            Of(owner, AiProvider.Gemini, account.GoogleAiKey, account.GoogleAiKeyLast4, account.GeminiAgreedAt),
            Of(owner, AiProvider.Openai, account.OpenaiKey, account.OpenaiKeyLast4, account.OpenaiAgreedAt),
            account.AiProvider
        );
    }

    private OwnKey Of(UserId owner, AiProvider provider, string? sealedKey, string? last4, DateTimeOffset? agreedAt) =>
        new(provider, last4, sealedKey is null || seals.Open(owner, provider, sealedKey) is not null, agreedAt);
}
