using JobTracker.Features.Accounts;
using JobTracker.Features.Accounts.Invitations;
using JobTracker.Features.Shared;
using JobTracker.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace JobTracker.Features.Admin;

/// <summary>Places that are offered to somebody.</summary>
[FreshSignIn]
public sealed class InvitationsModel(
    OfferPlaces offer,
    IOptionsMonitor<RegistrationOptions> registration,
    CurrentUser user,
    IStringLocalizer<Texts> t
) : PageModel
{
    /// <summary>For whom.</summary>
    public sealed record Form(string? Email);

    [BindProperty]
    public Form Input { get; set; } = new(Email: null);

    /// <summary>In the answer that made it, and never again.</summary>
    public Invite.Made? Made { get; private set; }
    public string Link => Made?.Link?.ToString() ?? $"{Request.Scheme}://{Request.Host}{Made?.Path}";
    public bool IsNeeded => registration.CurrentValue.Mode == RegistrationMode.Invite;
    public IReadOnlyList<OfferPlaces.Row> Rows { get; private set; } = [];
    public TimeZoneInfo Zone => user.Zone;

    public async Task OnGetAsync(CancellationToken cancel) => Rows = (await offer.ListAsync(user.Id, cancel)).Items;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var answer = (await offer.AddAsync(user.Id, new Invite.Input(Input.Email), cancel)).ToPage(this, Show);
        Rows = (await offer.ListAsync(user.Id, cancel)).Items;
        return answer;
    }

    public async Task<IActionResult> OnPostRevokeAsync(Guid invitation, CancellationToken cancel) =>
        (await offer.RevokeAsync(user.Id, invitation, cancel)).ToPage(
            this,
            _ =>
            {
                this.Flash(t["The invitation is withdrawn."]);
                return RedirectToPage();
            }
        );

    private PageResult Show(Invite.Made made)
    {
        Made = made;
        ModelState.Clear();
        Input = new Form(Email: null);
        return Page();
    }
}
