using JobTracker.Features.Applications;
using JobTracker.Features.Shared;
using JobTracker.Kernel;
using JobTracker.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace JobTracker.Features.Writing;

/// <summary>One note, to read and to edit. Two edits at once end in a page that shows both.</summary>
public sealed class NoteModel(
    ReadNote read,
    EditNote edit,
    DeleteNote delete,
    CopyNote copy,
    ChooseApplication choose,
    CurrentUser user,
    IStringLocalizer<Texts> t
) : PageModel, INoteFormPage
{
    [BindProperty]
    public NoteForm Input { get; set; } = new();

    /// <summary>What the form was filled from.</summary>
    [BindProperty]
    public int Version { get; set; }

    public NoteDetails Row { get; private set; } = null!;
    public IReadOnlyList<ApplicationChoice> Places { get; private set; } = [];

    /// <summary>Where it belongs; null in the bank.</summary>
    public ApplicationChoice? Place => Places.FirstOrDefault(place => place.Id == Row.ApplicationId);
    public DateOnly Today => user.Today;
    public DateOnly ChangedOn => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(Row.UpdatedAt, user.Zone).DateTime);

    /// <summary>True while there is something to correct in the form.</summary>
    public bool IsEditing => !ModelState.IsValid;

    /// <summary>Set when somebody else, or another tab, has saved meanwhile.</summary>
    public bool IsStale => ViewData[nameof(Stale)] is not null;

    public Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel) => ShowAsync(id, Page(), cancel);

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel)
    {
        var result = ModelState.IsValid
            ? NoteOutcomes.KeepingTheText(await edit.RunAsync(user.Id, id, _ => Input.ToFacts(), Version, cancel), t).ToPage(this, Saved)
            : new PageResult { StatusCode = StatusCodes.Status400BadRequest };
        return result is PageResult again ? await ShowAsync(id, again, cancel) : result;
    }

    public async Task<IActionResult> OnPostDuplicateAsync(Guid id, CancellationToken cancel) =>
        (await copy.BesideAsync(user.Id, id, cancel)).ToPage(this, Duplicated);

    public async Task<IActionResult> OnPostDeleteAsync(Guid id, int? version, CancellationToken cancel)
    {
        ModelState.Clear();
        var result = (await delete.RunAsync(user.Id, id, version, cancel)).ToPage(this, _ => Deleted());
        return result is PageResult again ? await ShowAsync(id, again, cancel) : result;
    }

    private async Task<IActionResult> ShowAsync(Guid id, PageResult page, CancellationToken cancel)
    {
        if (await read.RunAsync(user.Id, id, cancel) is not Done<NoteDetails> { Value: var row })
            return NotFound();
        Row = row;
        if (Input == new NoteForm())
            Input = NoteForm.Of(row);
        if (Version == 0 || IsStale)
        {
            // Saving again is then a decision, made with both in view.
            Version = row.Version;
            ModelState.Remove(nameof(Version));
        }
        Places = await choose.RunAsync(user.Id, cancel);
        return page;
    }

    private RedirectToPageResult Saved(NoteDetails row)
    {
        this.Flash(t["Saved."]);
        return RedirectToPage(new { id = row.Id });
    }

    private RedirectToPageResult Duplicated(NoteDetails row)
    {
        this.Flash(t["This is the copy."]);
        return RedirectToPage(new { id = row.Id });
    }

    private LocalRedirectResult Deleted()
    {
        this.Flash(t["The text was deleted."]);
        return LocalRedirect("~/writing");
    }
}
