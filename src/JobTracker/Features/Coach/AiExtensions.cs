using JobTracker.Features.Coach.Keys;
using JobTracker.Features.Coach.Limits;
using JobTracker.Features.Coach.Providers;
using JobTracker.Features.Coach.Providers.Gemini;
using JobTracker.Features.Coach.Providers.OpenAi;
using JobTracker.Web.Hosting;
using Microsoft.Extensions.Options;

namespace JobTracker.Features.Coach;

/// <summary>Providers, keys and limits of the coach.</summary>
public static class AiExtensions
{
    public static WebApplicationBuilder AddAi(this WebApplicationBuilder builder)
    {
        builder.AddSettings<GeminiOptions>(GeminiOptions.Section).AddSettings<OpenAiOptions>(OpenAiOptions.Section);
        var services = builder.Services;
        services.AddSingleton<IValidateOptions<GeminiOptions>, GeminiOptions.Rules>();
        services.AddSingleton<IValidateOptions<OpenAiOptions>, OpenAiOptions.Rules>();
        services.AddOptions<GeminiOptions>().ValidateOnStart();
        services.AddOptions<OpenAiOptions>().ValidateOnStart();
        services.AddSingleton<ProviderHttp>().AddSingleton<CoachInstruments>().AddSingleton<TokenRatio>().AddSingleton<ProviderClients>();
        services.AddSingleton<KeySeals>().AddSingleton<CoachLimits>();
        services.AddScoped<PickKey>().AddScoped<OpenModel>().AddScoped<GiveConsent>();
        services.AddScoped<UpdateKeys>().AddScoped<ReadKeys>().AddScoped<ChooseProvider>();
        services.AddScoped<DayOfOne>().AddScoped<TokensOfAll>().AddScoped<CoachAllowance>().AddScoped<ReadStanding>();
        return builder;
    }
}
