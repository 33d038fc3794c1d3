using JobTracker.Features.Shared;
using JobTracker.Kernel;
using JobTracker.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace JobTracker.Features.Applications;

/// <summary>Corrects or removes one entry of an application's history.</summary>
public sealed class HistoryEntryModel(ReadHistory read, EditHistory edit, CurrentUser user, IStringLocalizer<Texts> t) : PageModel
{
    [BindProperty]
    public EditHistory.Input Input { get; set; } = new();

    public Guid Id { get; private set; }
    public ReadHistory.Row Entry { get; private set; } = null!;

    /// <summary>The only entry stays: an application always has a status.</summary>
    public bool IsOnly { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, Guid changeId, CancellationToken cancel)
    {
        var result = await ShowAsync(id, changeId, Page(), cancel);
        if (result is PageResult)
            Input = new EditHistory.Input { OccurredOn = Entry.OccurredOn, Note = Entry.Note };
        return result;
    }

    public async Task<IActionResult> OnPostAsync(Guid id, Guid changeId, CancellationToken cancel)
    {
        var result = ModelState.IsValid
            ? (await edit.CorrectAsync(user.Id, id, changeId, _ => Input, cancel)).ToPage(this, _ => Back(id, t["Saved."]))
            : new PageResult { StatusCode = StatusCodes.Status400BadRequest };
        return result is PageResult again ? await ShowAsync(id, changeId, again, cancel) : result;
    }

    public async Task<IActionResult> OnPostRemoveAsync(Guid id, Guid changeId, string? back, CancellationToken cancel)
    {
        ModelState.Clear();
        var result = (await edit.RemoveAsync(user.Id, id, changeId, cancel)).ToPage(
            this,
            row => Back(id, t["The application is at {0} again.", t[StatusLook.Of(row.Status).Text]], back)
        );
        return result is PageResult again ? await ShowAsync(id, changeId, again, cancel) : result;
    }

    private IActionResult Back(Guid id, string told, string? back = null)
    {
        this.Flash(told);
        return Url.OwnPage(back) is { } page ? LocalRedirect(page) : RedirectToPage("History", new { id });
    }

    private async Task<IActionResult> ShowAsync(Guid id, Guid changeId, PageResult page, CancellationToken cancel)
    {
        if (await read.RunAsync(user.Id, id, cancel) is not Done<Page<ReadHistory.Row>> { Value.Items: var history })
            return NotFound();
        if (history.FirstOrDefault(entry => entry.Id == changeId) is not { } found)
            return NotFound();
        (Id, Entry, IsOnly) = (id, found, history.Count == 1);
        return page;
    }
}
