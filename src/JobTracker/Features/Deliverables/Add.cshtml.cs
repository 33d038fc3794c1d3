using JobTracker.Features.Applications;
using JobTracker.Features.Shared;
using JobTracker.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace JobTracker.Features.Deliverables;

/// <summary>The form for a new deliverable, of the application in the address or of one that is chosen.</summary>
public sealed class AddModel(AddDeliverable add, ChooseApplication choose, CurrentUser user, IStringLocalizer<Texts> t) : PageModel
{
    [BindProperty]
    public DeliverableFacts Input { get; set; } = new() { Kind = DeliverableKind.CoverLetter };

    public IReadOnlyList<ApplicationChoice> Applications { get; private set; } = [];

    public async Task OnGetAsync(Guid? application, CancellationToken cancel)
    {
        // What an address fills in is a proposal: it is checked when it is saved.
        ModelState.Clear();
        Input = Input with { ApplicationId = application };
        Applications = await choose.RunAsync(user.Id, cancel);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var result = ModelState.IsValid
            ? (await add.RunAsync(user.Id, Input, cancel)).ToPage(this, Added)
            : new PageResult { StatusCode = StatusCodes.Status400BadRequest };
        if (result is PageResult)
            Applications = await choose.RunAsync(user.Id, cancel);
        return result;
    }

    private RedirectToPageResult Added(DeliverableDetails row)
    {
        this.Flash(t["Added: {0}", row.Title]);
        return RedirectToPage("Details", new { id = row.Id });
    }
}
