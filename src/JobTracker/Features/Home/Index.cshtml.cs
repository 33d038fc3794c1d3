using JobTracker.Features.Today;
using JobTracker.Web;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace JobTracker.Features.Home;

/// <summary>What the site does, for people who are not signed in; the others see their day.</summary>
public sealed class IndexModel(CurrentPlaces places, ComposeToday compose, CurrentUser user) : PageModel
{
    public Places Places { get; private set; } = null!;

    /// <summary>Null when nobody is signed in.</summary>
    public TodayView? Today { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        if (user.IsSignedIn)
            Today = await compose.RunAsync(line: null, cancel);
        else
            Places = await places.ReadAsync(cancel);
    }
}
