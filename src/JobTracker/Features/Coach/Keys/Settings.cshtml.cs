using JobTracker.Features.Accounts;
using JobTracker.Features.Coach.Limits;
using JobTracker.Features.Coach.Providers;
using JobTracker.Features.Shared;
using JobTracker.Kernel;
using JobTracker.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace JobTracker.Features.Coach.Keys;

/// <summary>One's own keys, whose model answers, and what was agreed to.</summary>
[FreshSignIn]
public sealed class SettingsModel(
    ReadKeys read,
    ReadStanding standing,
    UpdateKeys update,
    ChooseProvider choose,
    GiveConsent consent,
    CurrentUser user,
    IStringLocalizer<Texts> t
) : PageModel
{
    private const string GoogleKeys = "https://aistudio.google.com/apikey";
    private const string OpenaiKeys = "https://platform.openai.com/api-keys";

    /// <summary>What one of the forms sends.</summary>
    public sealed record Typed
    {
        public string? GoogleAiKey { get; init; }
        public string? OpenaiKey { get; init; }
        public AiProvider? Provider { get; init; }
    }

    /// <summary>A key's form.</summary>
    public sealed record KeyPanel(ReadKeys.OwnKey Key, string Name, string Field, string Handler, string Where)
    {
        public string WhereShown => Where["https://".Length..];
    }

    /// <summary>What was agreed to.</summary>
    public sealed record Consent(AiProvider Provider, string Name, DateTimeOffset? AgreedAt, TimeZoneInfo Zone);

    [BindProperty]
    public Typed Input { get; set; } = new();

    public ReadKeys.Answer Keys { get; private set; } = null!;

    public CoachStanding Standing { get; private set; } = null!;

    public IEnumerable<SelectListItem> Providers =>
        [new(t["No preference"], ""), new("Gemini", nameof(AiProvider.Gemini)), new("OpenAI", nameof(AiProvider.Openai))];

    public KeyPanel Of(ReadKeys.OwnKey key) =>
        key.Provider == AiProvider.Gemini
            ? new KeyPanel(key, AiSentences.Name(key.Provider, t), nameof(Typed.GoogleAiKey), "Google", GoogleKeys)
            : new KeyPanel(key, AiSentences.Name(key.Provider, t), nameof(Typed.OpenaiKey), "Openai", OpenaiKeys);

    public Consent ConsentTo(ReadKeys.OwnKey key) => new(key.Provider, AiSentences.Name(key.Provider, t), key.AgreedAt, user.Zone);

    /// <summary>Every form comes back to this page, so every request needs what it shows.</summary>
    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var cancel = HttpContext.RequestAborted;
        if (
            await read.RunAsync(user.Id, cancel) is not Done<ReadKeys.Answer> { Value: var keys }
            || await standing.RunAsync(user.Id, cancel) is not { } stands
        )
        {
            context.Result = LocalRedirect("~/account/sign-in");
            return;
        }
        (Keys, Standing) = (keys, stands);
        await next();
    }

    public void OnGet() => Input = new Typed { Provider = Keys.Chosen };

    public Task<IActionResult> OnPostGoogleAsync(CancellationToken cancel) =>
        KeepAsync(new UpdateKeys.Input { GoogleAiKey = Input.GoogleAiKey ?? "" }, cancel);

    public Task<IActionResult> OnPostOpenaiAsync(CancellationToken cancel) =>
        KeepAsync(new UpdateKeys.Input { OpenaiKey = Input.OpenaiKey ?? "" }, cancel);

    public async Task<IActionResult> OnPostRemoveAsync(AiProvider provider, CancellationToken cancel)
    {
        var input = provider == AiProvider.Gemini ? new UpdateKeys.Input { GoogleAiKey = null } : new UpdateKeys.Input { OpenaiKey = null };
        return (await update.RunAsync(user.Id, input, cancel)).ToPage(this, _ => Again(t["The key is removed."]));
    }

    public async Task<IActionResult> OnPostProviderAsync(CancellationToken cancel) =>
        (await choose.RunAsync(user.Id, Input.Provider, cancel)).ToPage(this, _ => Again(t["Saved."]));

    public async Task<IActionResult> OnPostAgreeAsync(AiProvider provider, CancellationToken cancel) =>
        (await consent.RunAsync(user.Id, provider, cancel)).ToPage(this, _ => Again(t["Saved."]));

    public async Task<IActionResult> OnPostWithdrawAsync(AiProvider provider, CancellationToken cancel) =>
        (await consent.WithdrawAsync(user.Id, provider, cancel)).ToPage(this, _ => Again(t["Withdrawn. Nothing more is sent there."]));

    private async Task<IActionResult> KeepAsync(UpdateKeys.Input input, CancellationToken cancel)
    {
        Input = new Typed { Provider = Keys.Chosen };
        return (await update.RunAsync(user.Id, input, cancel)).ToPage(this, _ => Again(t["The key works, and is kept."]));
    }

    private RedirectToPageResult Again(string said)
    {
        this.Flash(said);
        return RedirectToPage();
    }
}
