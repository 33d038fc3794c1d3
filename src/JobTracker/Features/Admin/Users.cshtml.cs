using JobTracker.Features.Accounts;
using JobTracker.Kernel;
using JobTracker.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace JobTracker.Features.Admin;

/// <summary>Everybody who has an account.</summary>
[FreshSignIn]
public sealed class UsersModel(ListUsers list, CurrentUser user) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Cursor { get; set; }

    public Page<UserLine> Rows { get; private set; } = new([]);
    public TimeZoneInfo Zone => user.Zone;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        var input = new ListUsers.Input
        {
            Q = Q,
            Cursor = Cursor,
            Count = true,
        };
        if (await list.RunAsync(user.Id, input, cancel) is not Done<Page<UserLine>> { Value: var rows })
            return RedirectToPage(new { q = (string?)null, cursor = (string?)null });
        Rows = rows;
        return Page();
    }
}
