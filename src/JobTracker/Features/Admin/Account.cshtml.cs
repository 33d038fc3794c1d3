using JobTracker.Features.Accounts;
using JobTracker.Features.Shared;
using JobTracker.Kernel;
using JobTracker.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace JobTracker.Features.Admin;

/// <summary>One account: what it uses, its limits, and who may sign in to it.</summary>
[FreshSignIn]
public sealed class AccountModel(
    ListUsers list,
    ChangeLimits limits,
    SetActive active,
    GrantRights rights,
    SignOutUser signOut,
    ActLog log,
    CurrentUser user,
    IStringLocalizer<Texts> t
) : PageModel
{
    private const long Mega = 1024 * 1024;

    /// <summary>As people write limits.</summary>
    public sealed record Limits
    {
        public int? ApplicationsMax { get; init; }

        /// <summary>In MB.</summary>
        public int? FileBytesMax { get; init; }
    }

    [BindProperty]
    public Limits Input { get; set; } = new();

    public UserLine Row { get; private set; } = null!;
    public IReadOnlyList<ActLog.Line> Acts { get; private set; } = [];
    public TimeZoneInfo Zone => user.Zone;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        var answer = await ShowAsync(Page(), id, cancel);
        if (answer is PageResult)
            Input = new Limits { ApplicationsMax = Row.ApplicationsMax, FileBytesMax = InMega(Row.FileBytesMax) };
        return answer;
    }

    public async Task<IActionResult> OnPostLimitsAsync(Guid id, CancellationToken cancel)
    {
        if (await ShowAsync(Page(), id, cancel) is not PageResult page)
            return NotFound();
        if (!ModelState.IsValid)
        {
            page.StatusCode = StatusCodes.Status400BadRequest;
            return page;
        }
        // What nobody touched keeps its bytes, which need not be whole megabytes.
        var bytes = Input.FileBytesMax == InMega(Row.FileBytesMax) ? Row.FileBytesMax : Input.FileBytesMax * Mega;
        var input = new ChangeLimits.Input { ApplicationsMax = Input.ApplicationsMax, FileBytesMax = bytes };
        return (await limits.RunAsync(user.Id, id, input, cancel)).ToPage(this, _ => Again(id, t["The limits are saved."]));
    }

    public Task<IActionResult> OnPostSignOutAsync(Guid id, CancellationToken cancel) =>
        DoAsync(
            id,
            async () =>
                (await signOut.RunAsync(user.Id, id, cancel)).ToPage(this, _ => Again(id, t["Every sign-in of this account has ended."])),
            cancel
        );

    public Task<IActionResult> OnPostGrantAsync(Guid id, CancellationToken cancel) =>
        DoAsync(
            id,
            async () =>
                (await rights.GrantAsync(user.Id, id, cancel)).ToPage(
                    this,
                    row => Again(id, t["{0} administers this site now.", row.Email])
                ),
            cancel
        );

    public Task<IActionResult> OnPostRevokeAsync(Guid id, CancellationToken cancel) =>
        DoAsync(
            id,
            async () =>
                (await rights.RevokeAsync(user.Id, id, cancel)).ToPage(
                    this,
                    row => Again(id, t["{0} no longer administers this site.", row.Email])
                ),
            cancel
        );

    public Task<IActionResult> OnPostDeactivateAsync(Guid id, CancellationToken cancel) =>
        DoAsync(
            id,
            async () => (await active.DeactivateAsync(user.Id, id, cancel)).ToPage(this, _ => Again(id, t["The account is deactivated."])),
            cancel
        );

    public Task<IActionResult> OnPostReactivateAsync(Guid id, CancellationToken cancel) =>
        DoAsync(
            id,
            async () => (await active.ReactivateAsync(user.Id, id, cancel)).ToPage(this, _ => Again(id, t["The account is active again."])),
            cancel
        );

    /// <summary>The act; what it refuses is told on the page as it stands.</summary>
    private async Task<IActionResult> DoAsync(Guid id, Func<Task<IActionResult>> act, CancellationToken cancel)
    {
        ModelState.Clear();
        var answer = await act();
        return answer is PageResult page ? await ShowAsync(page, id, cancel) : answer;
    }

    private async Task<IActionResult> ShowAsync(PageResult answer, Guid id, CancellationToken cancel)
    {
        if (await list.OneAsync(user.Id, id, cancel) is not Done<UserLine> { Value: var row })
            return NotFound();
        Row = row;
        Acts = await log.ReadAsync(new UserId(id), cancel);
        return answer;
    }

    private RedirectToPageResult Again(Guid id, string said)
    {
        this.Flash(said);
        return RedirectToPage(new { id });
    }

    private static int? InMega(long? bytes) => bytes is { } known ? (int)Math.Round((double)known / Mega) : null;
}
