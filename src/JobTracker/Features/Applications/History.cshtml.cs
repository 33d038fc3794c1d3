using JobTracker.Kernel;
using JobTracker.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace JobTracker.Features.Applications;

/// <summary>The dated way of one application, with a form for a change that was forgotten.</summary>
public sealed class HistoryModel(ReadHead read, ChangeStatus change, CurrentUser user, IStringLocalizer<Texts> t) : PageModel
{
    [BindProperty]
    public ChangeStatus.Input Input { get; set; } = new();

    public ApplicationHead Head { get; private set; } = null!;
    public DateOnly Today => user.Today;

    public Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel) => ShowAsync(id, Page(), cancel);

    public async Task<IActionResult> OnPostAsync(Guid id, int? version, CancellationToken cancel)
    {
        if (!ModelState.IsValid)
            return await ShowAsync(id, new PageResult { StatusCode = StatusCodes.Status400BadRequest }, cancel);
        var outcome = await change.RunAsync(user.Id, id, Input, version, cancel);
        if (outcome is Done<ChangeStatus.Answer> { Value: var moved })
        {
            this.FlashMove(t, moved, back: Url.Page("History", new { id }));
            return RedirectToPage(new { id });
        }
        var result = outcome.ToPage(this, _ => NotFound());
        return result is PageResult again ? await ShowAsync(id, again, cancel) : result;
    }

    private async Task<IActionResult> ShowAsync(Guid id, PageResult page, CancellationToken cancel)
    {
        if (await read.RunAsync(user.Id, id, cancel) is not Done<ApplicationHead> { Value: var head })
            return NotFound();
        Head = head;
        if (Input.Status is null)
            Input = new ChangeStatus.Input { Status = StatusPath.After(head.Row.Status) ?? head.Row.Status };
        return page;
    }
}
