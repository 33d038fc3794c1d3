using JobTracker.Features.Accounts;
using JobTracker.Web.Documents;

namespace JobTracker.Features.Coach.Keys;

/// <summary>What the OpenAPI document says of people's own keys.</summary>
internal static class KeysContract
{
    public static readonly Operation Update = new("updateApiKeys", "Set or remove one's own keys for AI providers")
    {
        Description =
            "A text sets a key, null removes it, and a field that is left out stays as it is. A key is tried at its provider first, which costs "
            + "nothing: one that is refused is a mistake in its field, and while the provider is away nothing is stored. Keys are encrypted and "
            + "never given back.",
        Takes = Body.Of(new UpdateKeys.Input { GoogleAiKey = "an-example-of-a-key-with-wxyz" }),
        Answers = Answer.Ok(AccountsContract.Me with { HasGoogleAiKey = true, GoogleAiKeyLast4 = "wxyz" }),
        Problems = Codes.OfKeys,
    };
}
