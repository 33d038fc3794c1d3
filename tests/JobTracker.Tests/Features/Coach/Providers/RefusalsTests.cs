using System.Globalization;
using JobTracker.Features.Accounts;
using JobTracker.Features.Coach.Providers;
using JobTracker.Kernel;
using JobTracker.Testing;
using JobTracker.Testing.Ai;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;

namespace JobTracker.Tests.Features.Coach.Providers;

/// <summary>Each way of saying no: the contract's code, and what the reader sees.</summary>
public sealed class RefusalsTests(SharedApp shared) : IClassFixture<SharedApp>
{
    private static readonly Dictionary<string, Script> Gemini = new(StringComparer.Ordinal)
    {
        ["a wrong key"] = GeminiErrors.WrongKey(ProviderStage.Key),
        ["a region"] = GeminiErrors.WrongRegion(),
        ["a key without rights"] = GeminiErrors.Forbidden(),
        ["a model of yesterday"] = GeminiErrors.NoSuchModel(),
        ["a request that is not understood"] = GeminiErrors.BadRequest(),
        ["too much in a minute"] = GeminiErrors.Busy(),
        ["too much in a day"] = GeminiErrors.DayIsOver(),
        ["too much, without details"] = GeminiErrors.BareQuota(),
        ["too much, come back at once"] = GeminiErrors.Busy("0s"),
        ["an internal error"] = GeminiErrors.Internal(),
        ["an overload"] = GeminiErrors.Overloaded(),
        ["a deadline"] = GeminiErrors.TooSlow(),
        ["a proxy"] = GeminiErrors.Proxy(),
        ["a block"] = GeminiWords.BlockedPrompt("SAFETY"),
        ["no end"] = Scripts.Headers(),
    };

    private static readonly Dictionary<string, Script> OpenAi = new(StringComparer.Ordinal)
    {
        ["a wrong key"] = OpenAiWords.WrongKey(),
        ["a region"] = OpenAiWords.WrongRegion(),
        ["a key without rights"] = OpenAiWords.Forbidden(),
        ["a model of yesterday"] = OpenAiWords.NoSuchModel(),
        ["too much in a minute"] = OpenAiWords.Busy("26"),
        ["no credit"] = OpenAiWords.NoCredit(),
        ["an internal error"] = OpenAiWords.Internal(),
        ["an overload"] = OpenAiWords.Overloaded(),
        ["a filter"] = Scripts.Then(OpenAiWords.Finish("content_filter"), OpenAiWords.Done()),
        ["no end"] = Scripts.Headers(),
        ["an error as an event"] = OpenAiWords.AsEvent(),
        ["nonsense"] = Scripts.Raw("data: {\"choices\":\n\n"),
    };

    [Theory]
    [InlineData("a wrong key", "ai_key_invalid", "Gemini does not accept the key.", "Gemini n’accepte pas la clé.")]
    [InlineData("a region", "ai_region", "does not offer its free tier", "ne propose pas son offre gratuite")]
    [InlineData(
        "a key without rights",
        "ai_key_forbidden",
        "may not use this model of Gemini",
        "Gemini n’autorise pas cette clé à utiliser ce modèle."
    )]
    [InlineData("a model of yesterday", "ai_model_gone", "no longer offers the model", "ne propose plus le modèle")]
    [InlineData(
        "a request that is not understood",
        "ai_blocked",
        "declined to answer (INVALID_ARGUMENT)",
        "a refusé de répondre (INVALID_ARGUMENT)"
    )]
    [InlineData("too much in a minute", "ai_busy", "Try again in 26 seconds.", "Réessayez dans 26 secondes.")]
    [InlineData("too much in a day", "ai_quota_day", "The day’s quota of Gemini is used up.", "le quota du jour est épuisé.")]
    [InlineData("too much, without details", "ai_busy", "Try again in 60 seconds.", "Réessayez dans 60 secondes.")]
    [InlineData("too much, come back at once", "ai_busy", "for the moment. Try again.", "pour le moment. Réessayez.")]
    [InlineData("an internal error", "ai_overloaded", "Gemini is overloaded", "Gemini est surchargé")]
    [InlineData("an overload", "ai_overloaded", "Gemini is overloaded", "Gemini est surchargé")]
    [InlineData("a deadline", "ai_overloaded", "Gemini is overloaded", "Gemini est surchargé")]
    [InlineData("a proxy", "ai_overloaded", "Gemini is overloaded", "Gemini est surchargé")]
    [InlineData("a block", "ai_blocked", "declined to answer (its safety rules)", "a refusé de répondre (ses règles de sécurité)")]
    [InlineData("no end", "ai_interrupted", "Gemini broke off its answer.", "Gemini a interrompu sa réponse.")]
    public async Task Gemini_says_no(string way, string code, string english, string french)
    {
        var (stage, fake) = await ProviderStage.GeminiAsync();
        await using var _ = stage;
        await SaysAsync(stage, fake, Gemini[way], code, english, french);
    }

    [Theory]
    [InlineData("a wrong key", "ai_key_invalid", "OpenAI does not accept the key.", "OpenAI n’accepte pas la clé.")]
    [InlineData("a region", "ai_region", "does not offer its free tier", "ne propose pas son offre gratuite")]
    [InlineData(
        "a key without rights",
        "ai_key_forbidden",
        "may not use this model of OpenAI",
        "OpenAI n’autorise pas cette clé à utiliser ce modèle."
    )]
    [InlineData("a model of yesterday", "ai_model_gone", "no longer offers the model", "ne propose plus le modèle")]
    [InlineData("too much in a minute", "ai_busy", "Try again in 26 seconds.", "Réessayez dans 26 secondes.")]
    [InlineData("no credit", "ai_quota_day", "The credit of this OpenAI key is used up.", "Le crédit de cette clé OpenAI est épuisé.")]
    [InlineData("an internal error", "ai_overloaded", "OpenAI is overloaded", "OpenAI est surchargé")]
    [InlineData("an overload", "ai_overloaded", "OpenAI is overloaded", "OpenAI est surchargé")]
    [InlineData("a filter", "ai_blocked", "declined to answer (its safety rules)", "a refusé de répondre (ses règles de sécurité)")]
    [InlineData("no end", "ai_interrupted", "OpenAI broke off its answer.", "OpenAI a interrompu sa réponse.")]
    [InlineData("an error as an event", "ai_overloaded", "OpenAI is overloaded", "OpenAI est surchargé")]
    [InlineData("nonsense", "ai_interrupted", "OpenAI broke off its answer.", "OpenAI a interrompu sa réponse.")]
    public async Task OpenAI_says_no(string way, string code, string english, string french)
    {
        var (stage, fake) = await ProviderStage.OpenAiAsync();
        await using var _ = stage;
        await SaysAsync(stage, fake, OpenAi[way], code, english, french);
    }

    [Theory]
    [InlineData("gemini")]
    [InlineData("openai")]
    public async Task Nobody_answers_at_that_address(string name)
    {
        await using var stage = await ProviderStage.StartAsync(name);
        await stage.Fake!.DisposeAsync();
        Assert.Equal(AiCodes.Overloaded, (await stage.ListenAsync()).Trouble?.Code);
    }

    private async Task SaysAsync(ProviderStage stage, FakeProvider fake, Script script, string code, string english, string french)
    {
        // What passes by itself is asked about again.
        fake.Next([.. Enumerable.Repeat(script, 3)]);
        var trouble = (await stage.ListenAsync()).Trouble!;
        Assert.Equal(code, trouble.Code);
        Assert.Contains(english, Sentence(trouble, stage.Provider, Locales.English), StringComparison.Ordinal);
        Assert.Contains(french, Sentence(trouble, stage.Provider, Locales.French), StringComparison.Ordinal);
        Assert.DoesNotContain(ProviderStage.Key, trouble.ToString(), StringComparison.Ordinal);
    }

    private string Sentence(AiTrouble trouble, AiProvider provider, string language)
    {
        var before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        try
        {
            return AiSentences.Of(trouble, provider, shared.App.Services.GetRequiredService<IStringLocalizer<Texts>>());
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }
}
