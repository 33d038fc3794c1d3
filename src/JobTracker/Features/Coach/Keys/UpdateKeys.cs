using JobTracker.Data;
using JobTracker.Data.Throttling;
using JobTracker.Features.Accounts;
using JobTracker.Features.Accounts.Events;
using JobTracker.Features.Coach.Providers;
using JobTracker.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace JobTracker.Features.Coach.Keys;

/// <summary>
/// Keeps or forgets a person's own keys. A key is kept only after its provider has taken it: one that nobody could try would fail later, in the
/// middle of a question.
/// </summary>
public sealed class UpdateKeys(
    JobTrackerDb db,
    ProviderClients providers,
    KeySeals seals,
    Throttles throttles,
    SecurityLog log,
    ReadMe read,
    TimeProvider clock,
    IStringLocalizer<Texts> t
)
{
    /// <summary>A text sets a key, null removes it, and what is left out stays.</summary>
    public sealed record Input
    {
        public string? GoogleAiKey
        {
            get;
            init
            {
                field = value;
                GivesGoogleAiKey = true;
            }
        }

        public string? OpenaiKey
        {
            get;
            init
            {
                field = value;
                GivesOpenaiKey = true;
            }
        }

        internal bool GivesGoogleAiKey { get; private init; }
        internal bool GivesOpenaiKey { get; private init; }

        internal IEnumerable<Given> All()
        {
            if (GivesGoogleAiKey)
                yield return new Given(AiProvider.Gemini, nameof(GoogleAiKey), GoogleAiKey?.Trim());
            if (GivesOpenaiKey)
                yield return new Given(AiProvider.Openai, nameof(OpenaiKey), OpenaiKey?.Trim());
        }

        /// <summary>Keys are for nobody's log.</summary>
        public override string ToString() => nameof(Input);
    }

    internal sealed record Given(AiProvider Provider, string Field, string? Key);

    public async Task<Outcome<Me>> RunAsync(UserId owner, Input input, CancellationToken cancel)
    {
        var given = input.All().ToList();
        if (await TryAsync(owner, given, cancel) is { } failure)
            return failure;
        if (await db.Accounts.OwnedBy(owner).SingleOrDefaultAsync(cancel) is not { } account)
            return new AccountGone();
        foreach (var (provider, _, key) in given)
            account.KeepKey(provider, key is null ? null : seals.Seal(owner, provider, key), key?[^4..], clock.Now());
        if (given.Count > 0)
            log.Add(owner, SecurityEventKind.KeysChanged);
        await db.SaveChangesAsync(cancel);
        return await read.RunAsync(owner, cancel);
    }

    private async Task<Failure?> TryAsync(UserId owner, List<Given> given, CancellationToken cancel)
    {
        var mistakes = new Dictionary<string, string[]>(StringComparer.Ordinal);
        foreach (var (_, field, key) in given)
        {
            if (key is not null && !ProviderSettings.IsKey(key))
                mistakes[field] = [t["This does not look like a key: 16 to 300 visible characters without spaces."]];
        }
        foreach (var (provider, field, key) in given.Where(one => one.Key is not null && !mistakes.ContainsKey(one.Field)))
        {
            if (await throttles.HitAsync(Throttles.Coach, owner.ToString(), cancel) is { } tooMany)
                return tooMany;
            if (await providers.TryAsync(provider, key!, cancel) is not { } trouble)
                continue;
            if (Mistake(provider, trouble) is not { } mistake)
                return trouble;
            mistakes[field] = [mistake];
        }
        return mistakes.Count > 0 ? new Refused(mistakes) : null;
    }

    /// <summary>What is wrong with the key itself; null when it is something else that went wrong.</summary>
    private string? Mistake(AiProvider provider, AiTrouble trouble)
    {
        var who = AiSentences.Name(provider, t);
        return trouble.Code switch
        {
            AiCodes.KeyForbidden => t["{0} knows this key and does not let it list models. Check its rights.", who].Value,
            // What else is refused before a model was even named is refused because of the key.
            AiCodes.KeyInvalid or AiCodes.ModelGone or AiCodes.Blocked => t["{0} does not accept this key.", who].Value,
            _ => null,
        };
    }
}
