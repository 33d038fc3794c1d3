using JobTracker.Data;
using JobTracker.Features.Accounts;
using JobTracker.Features.Coach.Keys;
using JobTracker.Features.Coach.Providers;
using JobTracker.Kernel;
using Microsoft.EntityFrameworkCore;

namespace JobTracker.Features.Coach.Limits;

/// <summary>Who would answer somebody now, whether that was agreed to, and what is left of the day.</summary>
/// <param name="Provider">Null when there is no key at all; then all but <paramref name="ResetsAt"/> says nothing.</param>
/// <param name="Model">The provider's name of it.</param>
/// <param name="Purse">Whose key pays.</param>
/// <param name="Agreed">Whether data may be sent to that provider.</param>
/// <param name="MessagesLeft">Null means unlimited, as with the following three.</param>
/// <param name="MessagesMax">Per UTC day.</param>
/// <param name="TokensLeft">Of the operator's key.</param>
/// <param name="TokensMax">Per UTC day.</param>
/// <param name="ResetsAt">When the next day begins.</param>
public sealed record CoachStanding(
    AiProvider? Provider,
    string? Model,
    Purse? Purse,
    bool Agreed,
    int? MessagesLeft,
    int? MessagesMax,
    long? TokensLeft,
    long? TokensMax,
    DateTimeOffset ResetsAt
);

/// <summary>Reads only: what dead processes hold is left out of the count here, and given back by the next one who takes something.</summary>
public sealed class ReadStanding(JobTrackerDb db, PickKey pick, ProviderClients providers, CoachLimits limits, TimeProvider clock)
{
    /// <summary>Null when the account is gone.</summary>
    public async Task<CoachStanding?> RunAsync(UserId owner, CancellationToken cancel)
    {
        var account = await db
            .Accounts.OwnedBy(owner)
            .Select(row => new
            {
                Keys = new PickKey.OwnKeys(row.AiProvider, row.GoogleAiKey, row.OpenaiKey),
                Gemini = row.GeminiAgreedAt != null,
                Openai = row.OpenaiAgreedAt != null,
            })
            .SingleOrDefaultAsync(cancel);
        if (account is null)
            return null;
        if (pick.Of(owner, account.Keys) is not { } picked)
            return new CoachStanding(null, null, null, Agreed: false, null, null, null, null, limits.ResetsAt);
        var used = await UsedAsync(owner, picked.Purse, cancel);
        var messages = limits.Messages(picked.Purse);
        var tokens = limits.Tokens(picked.Purse);
        return new CoachStanding(
            picked.Provider,
            providers.ModelOf(picked.Provider),
            picked.Purse,
            picked.Provider == AiProvider.Gemini ? account.Gemini : account.Openai,
            messages is { } mostMessages ? Math.Max(0, mostMessages - used.Messages) : null,
            messages,
            tokens is { } mostTokens ? Math.Max(0, mostTokens - used.Tokens) : null,
            tokens,
            limits.ResetsAt
        );
    }

    /// <summary>Messages of today on any key.</summary>
    public async Task<int> MessagesTodayAsync(UserId owner, CancellationToken cancel) =>
        (await UsedAsync(owner, Purse.Server, cancel)).Messages + (await UsedAsync(owner, Purse.Own, cancel)).Messages;

    /// <summary>For everybody to see.</summary>
    public CoachStandingOfSite OfSite()
    {
        AiProvider? provider = pick.HasOperatorsKey ? AiProvider.Gemini : null;
        return new CoachStandingOfSite(
            pick.HasOperatorsKey,
            provider,
            provider is { } one ? providers.ModelOf(one) : null,
            limits.Messages(Purse.Server),
            limits.Tokens(Purse.Server),
            limits.TokensOfAll(Purse.Server),
            limits.Messages(Purse.Own)
        );
    }

    private async Task<Used> UsedAsync(UserId owner, Purse purse, CancellationToken cancel)
    {
        var (day, now) = (limits.Today, clock.Now());
        var expired = db.CoachReservations.OwnedBy(owner).Where(row => row.Day == day && row.Purse == purse && row.ExpiresAt <= now);
        return await db
                .CoachUsage.OwnedBy(owner)
                .Where(row => row.Day == day && row.Purse == purse)
                .Select(row => new Used(row.Messages - expired.Count(), row.Tokens - expired.Sum(held => held.Tokens)))
                .SingleOrDefaultAsync(cancel)
            ?? new Used(0, 0);
    }

    private sealed record Used(int Messages, long Tokens);
}
