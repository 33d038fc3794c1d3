using JobTracker.Features.Shared;
using JobTracker.Kernel;
using JobTracker.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace JobTracker.Features.Deliverables;

/// <summary>The person's writing, one press of a button away from a deliverable's text.</summary>
public sealed class InsertModel(ReadSheet read, ChooseWriting choose, InsertWriting insert, CurrentUser user, IStringLocalizer<Texts> t)
    : PageModel
{
    /// <summary>From so many on there is a box to look for words.</summary>
    private const int Many = 6;

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Q { get; set; }

    public Sheet Sheet { get; private set; } = null!;
    public IReadOnlyList<WritingChoice> Notes { get; private set; } = [];
    public bool IsSearchable => Notes.Count >= Many || !string.IsNullOrWhiteSpace(Q);

    public Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel) => ShowAsync(id, Page(), cancel);

    public async Task<IActionResult> OnPostAsync(Guid id, Guid note, CancellationToken cancel)
    {
        var result = (await insert.RunAsync(user.Id, id, note, cancel)).ToPage(
            this,
            answer =>
            {
                this.Flash(t["Inserted: {0}", answer.NoteTitle]);
                return RedirectToPage("Details", new { id });
            }
        );
        return result is PageResult again ? await ShowAsync(id, again, cancel) : result;
    }

    private async Task<IActionResult> ShowAsync(Guid id, PageResult page, CancellationToken cancel)
    {
        if (await read.RunAsync(user.Id, id, cancel) is not Done<Sheet> { Value: var sheet })
            return NotFound();
        Sheet = sheet;
        Notes = await choose.RunAsync(user.Id, Q, cancel);
        return page;
    }
}
