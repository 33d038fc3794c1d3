using Microsoft.Extensions.Options;

namespace JobTracker.Features.Coach.Providers.OpenAi;

/// <summary>OpenAI's models (section <c>OpenAI</c>), for people who bring a key of their own.</summary>
public sealed class OpenAiOptions
{
    public const string Section = "OpenAI";

    public string Model { get; set; } = "gpt-5-mini";

    /// <summary>Where the protocol's paths begin, without a version.</summary>
    public string BaseUrl { get; set; } = "https://api.openai.com";

    /// <summary>Stops start-up with a sentence that names the setting.</summary>
    internal sealed class Rules : IValidateOptions<OpenAiOptions>
    {
        public ValidateOptionsResult Validate(string? name, OpenAiOptions options) =>
            ProviderSettings.Check(
                ProviderSettings.Model($"{Section}__{nameof(Model)}", options.Model),
                ProviderSettings.Address($"{Section}__{nameof(BaseUrl)}", options.BaseUrl)
            );
    }
}
