using JobTracker.Data;
using JobTracker.Features.Accounts;
using JobTracker.Features.Coach.Providers;
using JobTracker.Features.Coach.Providers.Gemini;
using JobTracker.Kernel;
using Microsoft.EntityFrameworkCore;

namespace JobTracker.Features.Coach.Keys;

/// <summary>Which provider answers somebody, and on whose key: the one chosen among the person's own, else the only one, else the operator's.</summary>
public sealed class PickKey(JobTrackerDb db, KeySeals seals, IConfiguration configuration)
{
    /// <param name="Key">Null when the person's own key cannot be opened any more.</param>
    public sealed record Picked(AiProvider Provider, Purse Purse, string? Key);

    /// <summary>Null when there is no key at all.</summary>
    public async Task<Picked?> RunAsync(UserId owner, CancellationToken cancel) =>
        await db
            .Accounts.OwnedBy(owner)
            .Select(account => new OwnKeys(account.AiProvider, account.GoogleAiKey, account.OpenaiKey))
            .SingleOrDefaultAsync(cancel)
            is { } own
            ? Of(owner, own)
            : null;

    /// <summary>True when people without a key of their own are answered too.</summary>
    public bool HasOperatorsKey => !string.IsNullOrEmpty(configuration[GeminiOptions.KeySetting]);

    /// <summary>The sealed keys of a person.</summary>
    internal sealed record OwnKeys(AiProvider? Chosen, string? Google, string? Openai)
    {
        public AiProvider? Provider =>
            (Google, Openai) switch
            {
                (null, null) => null,
                (null, _) => AiProvider.Openai,
                (_, null) => AiProvider.Gemini,
                _ => Chosen ?? AiProvider.Gemini,
            };
    }

    internal Picked? Of(UserId owner, OwnKeys own)
    {
        if (own.Provider is { } provider)
            return new Picked(provider, Purse.Own, seals.Open(owner, provider, (provider == AiProvider.Gemini ? own.Google : own.Openai)!));
        return HasOperatorsKey ? new Picked(AiProvider.Gemini, Purse.Server, configuration[GeminiOptions.KeySetting]) : null;
    }
}
