using Microsoft.AspNetCore.Mvc.RazorPages;

namespace JobTracker.Features.Home;

public sealed class IndexModel(CurrentPlaces places) : PageModel
{
    public Places Places { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancel) => Places = await places.ReadAsync(cancel);
}
