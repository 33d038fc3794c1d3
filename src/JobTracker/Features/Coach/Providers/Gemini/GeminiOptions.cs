using Microsoft.Extensions.Options;

namespace JobTracker.Features.Coach.Providers.Gemini;

/// <summary>Google's models (section <c>Gemini</c>). The operator's own key is the setting <see cref="KeySetting"/>.</summary>
public sealed class GeminiOptions
{
    public const string Section = "Gemini";

    /// <summary>The environment variable of the key that people without one of their own use; empty means that there is none.</summary>
    public const string KeySetting = "GEMINI_API_KEY";

    public string Model { get; set; } = "gemini-3.8-flash";

    /// <summary>Where the protocol's paths begin, without a version.</summary>
    public string BaseUrl { get; set; } = "https://generativelanguage.googleapis.com";

    /// <summary>Stops start-up with a sentence that names the setting.</summary>
    internal sealed class Rules(IConfiguration configuration) : IValidateOptions<GeminiOptions>
    {
        public ValidateOptionsResult Validate(string? name, GeminiOptions options) =>
            ProviderSettings.Check(
                ProviderSettings.Model($"{Section}__{nameof(Model)}", options.Model),
                ProviderSettings.Address($"{Section}__{nameof(BaseUrl)}", options.BaseUrl),
                ProviderSettings.Key(KeySetting, configuration[KeySetting])
            );
    }
}
