using JobTracker.Kernel;
using JobTracker.Web;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace JobTracker.Features.Applications;

/// <summary>What was deleted in the last days and can be brought back.</summary>
public sealed class DeletedModel(ListDeleted list, CurrentUser user) : PageModel
{
    public Page<ListDeleted.Row> Rows { get; private set; } = new([]);
    public DateOnly Today => user.Today;

    public async Task OnGetAsync(CancellationToken cancel) => Rows = await list.RunAsync(user.Id, cancel);
}
