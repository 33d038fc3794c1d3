using JobTracker.Features.Shared;
using JobTracker.Kernel;
using JobTracker.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace JobTracker.Features.Deliverables;

/// <summary>One piece of writing, and the open deliverables that it can be inserted into.</summary>
public sealed class InsertIntoModel(
    ChooseWriting choose,
    ReadAgenda read,
    InsertWriting insert,
    CurrentUser user,
    IStringLocalizer<Texts> t
) : PageModel
{
    public WritingChoice Note { get; private set; } = null!;
    public IReadOnlyList<AgendaLine> Lines { get; private set; } = [];
    public DateOnly Today => user.Today;

    public Task<IActionResult> OnGetAsync(Guid note, CancellationToken cancel) => ShowAsync(note, Page(), cancel);

    public async Task<IActionResult> OnPostAsync(Guid note, Guid id, CancellationToken cancel)
    {
        var result = (await insert.RunAsync(user.Id, id, note, cancel)).ToPage(
            this,
            answer =>
            {
                this.Flash(t["Inserted: {0}", answer.NoteTitle]);
                return RedirectToPage("Details", new { id });
            }
        );
        return result is PageResult again ? await ShowAsync(note, again, cancel) : result;
    }

    private async Task<IActionResult> ShowAsync(Guid id, PageResult page, CancellationToken cancel)
    {
        if (await choose.OneAsync(user.Id, id, cancel) is not Done<WritingChoice> { Value: var note })
            return NotFound();
        Note = note;
        Lines = (await read.RunAsync(user.Id, new ReadAgenda.Input { Done = 0 }, cancel)).Open;
        return page;
    }
}
