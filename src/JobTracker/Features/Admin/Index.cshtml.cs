using JobTracker.Features.Accounts;
using JobTracker.Web;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace JobTracker.Features.Admin;

/// <summary>How the site stands.</summary>
[FreshSignIn]
public sealed class IndexModel(ReadUsage read, ActLog log, CurrentUser user) : PageModel
{
    public ReadUsage.Answer Usage { get; private set; } = null!;
    public IReadOnlyList<ActLog.Line> Acts { get; private set; } = [];
    public TimeZoneInfo Zone => user.Zone;

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Usage = await read.RunAsync(user.Id, cancel);
        Acts = await log.ReadAsync(about: null, cancel);
    }
}
