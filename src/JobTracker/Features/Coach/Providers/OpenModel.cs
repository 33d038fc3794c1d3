using JobTracker.Features.Coach.Keys;
using JobTracker.Kernel;
using Microsoft.Extensions.Localization;

namespace JobTracker.Features.Coach.Providers;

/// <summary>The model that answers somebody.</summary>
public sealed class OpenModel(PickKey pick, ProviderClients providers, IStringLocalizer<Texts> t)
{
    /// <summary>Nobody has given a key, or the person's own cannot be read any more.</summary>
    public const string NoKey = "ai_no_key";

    public async Task<Outcome<CoachModel>> RunAsync(UserId owner, CancellationToken cancel) =>
        await pick.RunAsync(owner, cancel) switch
        {
            null => new Conflict(NoKey, t["There is no key for an AI provider. Add one of your own in the settings."]),
            { Key: null } => new Conflict(NoKey, t["Your key can no longer be read. Enter it again in the settings."]),
            { Key: { } key } picked => providers.Open(owner, picked.Provider, key, picked.Purse),
        };
}
