using JobTracker.Web;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace JobTracker.Features.Files;

/// <summary>A document's bytes, for the site's own links.</summary>
[RequestTimeout(Transfers.Policy)]
public sealed class DownloadModel(OpenFile open, CurrentUser user) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel) =>
        (await open.RunAsync(user.Id, id, cancel)).ToPage(this, file => new FileAnswer(file));
}
