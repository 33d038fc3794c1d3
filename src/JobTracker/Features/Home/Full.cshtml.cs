using Microsoft.AspNetCore.Mvc.RazorPages;

namespace JobTracker.Features.Home;

/// <summary>Where registration leads when the last place is gone; it looks again each time it is opened.</summary>
public sealed class FullModel(CurrentPlaces places) : PageModel
{
    public Places Places { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancel) => Places = await places.ReadAsync(cancel);
}
