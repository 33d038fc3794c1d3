using JobTracker.Features.Shared;
using JobTracker.Kernel;
using JobTracker.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace JobTracker.Features.Applications;

/// <summary>One application: its way, its facts, its posting, its history.</summary>
public sealed class DetailsModel(
    ReadApplication read,
    ReadHistory readHistory,
    ChangeStatus change,
    MarkFavorite mark,
    DeleteApplication delete,
    RestoreApplication restore,
    CurrentUser user,
    IStringLocalizer<Texts> t
) : PageModel
{
    /// <summary>Which part is open: <c>history</c>, or nothing for the overview.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Tab { get; set; }

    [BindProperty]
    public ChangeStatus.Input Input { get; set; } = new();

    public ApplicationDetails Row { get; private set; } = null!;
    public IReadOnlyList<ReadHistory.Row> History { get; private set; } = [];
    public DateOnly Today => user.Today;
    public bool ShowsHistory => Tab == "history";

    public Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel) => ShowAsync(id, Page(), cancel);

    public async Task<IActionResult> OnPostStatusAsync(Guid id, int? version, CancellationToken cancel)
    {
        if (!ModelState.IsValid)
            return await ShowAsync(id, new PageResult { StatusCode = StatusCodes.Status400BadRequest }, cancel);
        var outcome = await change.RunAsync(user.Id, id, Input, version, cancel);
        if (outcome is Done<ApplicationDetails> { Value: var row })
            return await MovedAsync(row, version, cancel);
        var result = outcome.ToPage(this, _ => Page());
        return result is PageResult again ? await ShowAsync(id, again, cancel) : result;
    }

    public async Task<IActionResult> OnPostFavoriteAsync(Guid id, CancellationToken cancel) =>
        (await mark.ToggleAsync(user.Id, id, cancel)).ToPage(this, _ => RedirectToPage(new { id }));

    public async Task<IActionResult> OnPostDeleteAsync(Guid id, int? version, CancellationToken cancel)
    {
        var result = (await delete.RunAsync(user.Id, id, version, cancel)).ToPage(this, _ => Deleted(id));
        return result is PageResult again ? await ShowAsync(id, again, cancel) : result;
    }

    public async Task<IActionResult> OnPostRestoreAsync(Guid id, CancellationToken cancel)
    {
        var outcome = await restore.RunAsync(user.Id, id, cancel);
        if (outcome is Failed<ApplicationDetails> { Failure: OverQuota over })
        {
            this.Flash(t["There is no free place: you have {0} of {1} applications.", over.Used, over.Limit]);
            return LocalRedirect("~/applications/deleted");
        }
        return outcome.ToPage(this, row => Restored(row));
    }

    private async Task<IActionResult> MovedAsync(ApplicationDetails row, int? before, CancellationToken cancel)
    {
        var history = await readHistory.RunAsync(user.Id, row.Id, cancel);
        var newest = history is Done<Page<ReadHistory.Row>> { Value.Items: var entries } ? entries.MaxBy(entry => entry.CreatedAt) : null;
        var undo =
            newest is null || row.Version == before
                ? null
                : new FlashUndo(Url.Page("HistoryEntry", "Remove", new { id = row.Id, changeId = newest.Id })!, t["Undo"]);
        this.Flash(t["{0} moved to {1}.", row.Company, t[StatusLook.Of(row.Status).Text]], undo);
        return RedirectToPage(new { id = row.Id, tab = Tab });
    }

    private LocalRedirectResult Deleted(Guid id)
    {
        this.Flash(t["The application was deleted."], new FlashUndo(Url.Page("Details", "Restore", new { id })!, t["Undo"]));
        return LocalRedirect("~/applications");
    }

    private RedirectToPageResult Restored(ApplicationDetails row)
    {
        this.Flash(t["{0} is back.", row.Company]);
        return RedirectToPage(new { id = row.Id });
    }

    private async Task<IActionResult> ShowAsync(Guid id, PageResult page, CancellationToken cancel)
    {
        if (await read.RunAsync(user.Id, id, cancel) is not Done<ApplicationDetails> { Value: var row })
            return NotFound();
        Row = row;
        if (await readHistory.RunAsync(user.Id, id, cancel) is Done<Page<ReadHistory.Row>> { Value.Items: var history })
            History = history;
        if (Input.Status is null)
            Input = new ChangeStatus.Input { Status = StatusPath.After(row.Status) ?? row.Status };
        return page;
    }
}
