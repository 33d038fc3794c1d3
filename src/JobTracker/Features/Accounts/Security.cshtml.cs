using JobTracker.Features.Accounts.Devices;
using JobTracker.Features.Accounts.Events;
using JobTracker.Features.Accounts.TwoFactor;
using JobTracker.Features.Shared;
using JobTracker.Kernel;
using JobTracker.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace JobTracker.Features.Accounts;

/// <summary>Password, second factor, what is signed in, and what happened lately.</summary>
[FreshSignIn]
public sealed class SecurityModel(
    ChangePassword change,
    ReadTwoFactor twoFactor,
    ListDevices list,
    RevokeDevices revoke,
    SecurityLog log,
    BrowserSignIn browser,
    CurrentUser user,
    IStringLocalizer<Texts> t
) : PageModel
{
    [BindProperty]
    public ChangePassword.Input Input { get; set; } = new();

    public ReadTwoFactor.Answer TwoFactor { get; private set; } = null!;
    public IReadOnlyList<ListDevices.Device> Devices { get; private set; } = [];
    public IReadOnlyList<SecurityEvent> Events { get; private set; } = [];
    public TimeZoneInfo Zone => user.Zone;

    public string NameOf(ListDevices.Device device) =>
        device.Kind == SignInKind.Token ? t["Program ({0})", NameOf(device.Label)] : NameOf(device.Label);

    public string NameOf(string label) => label == DeviceLabel.Unknown ? t["unknown device"] : label;

    public Task<IActionResult> OnGetAsync(CancellationToken cancel) => ShowAsync(Page(), cancel);

    public async Task<IActionResult> OnPostPasswordAsync(CancellationToken cancel)
    {
        var outcome = await change.RunAsync(user.Id, user.SignInId, Input, cancel);
        var answer = outcome.ToPage(this, _ => Again(t["The password is changed. Every other browser and program is signed out."]));
        return answer is PageResult ? await ShowAsync(answer, cancel) : answer;
    }

    public async Task<IActionResult> OnPostRevokeAsync(Guid device, CancellationToken cancel) =>
        (await revoke.OneAsync(user.Id, device, cancel)).ToPage(this, _ => Again(t["It is signed out."]));

    public async Task<IActionResult> OnPostSignOutOthersAsync(CancellationToken cancel) =>
        (await revoke.AllAsync(user.Id, except: user.SignInId, cancel)).ToPage(this, _ => Again(t["All others are signed out."]));

    public async Task<IActionResult> OnPostSignOutEverywhereAsync(CancellationToken cancel)
    {
        await revoke.AllAsync(user.Id, except: null, cancel);
        await browser.EndAsync();
        return LocalRedirect("~/");
    }

    private async Task<IActionResult> ShowAsync(IActionResult answer, CancellationToken cancel)
    {
        if (await twoFactor.RunAsync(user.Id, cancel) is not Done<ReadTwoFactor.Answer> { Value: var stands })
            return LocalRedirect("~/account/sign-in");
        TwoFactor = stands;
        Devices = (await list.RunAsync(user.Id, user.SignInId, cancel)).Items;
        Events = await log.ReadAsync(user.Id, cancel);
        return answer;
    }

    private RedirectToPageResult Again(string said)
    {
        this.Flash(said);
        return RedirectToPage();
    }
}
