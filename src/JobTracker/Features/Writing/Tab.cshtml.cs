using JobTracker.Features.Applications;
using JobTracker.Kernel;
using JobTracker.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace JobTracker.Features.Writing;

/// <summary>The notes of one application.</summary>
public sealed class TabModel(ReadHead readHead, ListNotes list, CurrentUser user) : PageModel
{
    [FromQuery(Name = "cursor")]
    public string? Cursor { get; set; }

    public ApplicationHead Head { get; private set; } = null!;
    public Page<NoteLine> Rows { get; private set; } = new([]);
    public NoteLines Lines => new(Rows.Items, user.Today, user.Zone);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (await readHead.RunAsync(user.Id, id, cancel) is not Done<ApplicationHead> { Value: var head })
            return NotFound();
        var input = new ListNotes.Input { ApplicationId = id, Cursor = Cursor };
        if (await list.BrowseAsync(user.Id, input, cancel) is not Done<Page<NoteLine>> { Value: var rows })
            return LocalRedirect($"~/applications/{id}/writing");
        (Head, Rows) = (head, rows);
        return Page();
    }
}
