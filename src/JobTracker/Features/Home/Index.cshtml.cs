using JobTracker.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace JobTracker.Features.Home;

/// <summary>What the site does, for people who are not signed in; the others go on to their applications.</summary>
public sealed class IndexModel(CurrentPlaces places, CurrentUser user) : PageModel
{
    public Places Places { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (user.IsSignedIn)
            return LocalRedirect("~/applications");
        Places = await places.ReadAsync(cancel);
        return Page();
    }
}
