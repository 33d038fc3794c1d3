using JobTracker.Features.Deliverables;
using JobTracker.Features.Interviews;
using JobTracker.Features.Shared;
using JobTracker.Kernel;
using JobTracker.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace JobTracker.Features.Applications;

/// <summary>One application: its way, its facts, its posting.</summary>
public sealed class DetailsModel(
    ReadHead read,
    ReadAgenda agenda,
    UpcomingInterviews upcoming,
    ChangeStatus change,
    MarkFavorite mark,
    DeleteApplication delete,
    RestoreApplication restore,
    CurrentUser user,
    IStringLocalizer<Texts> t
) : PageModel
{
    private const int MostDone = 5;

    [BindProperty]
    public ChangeStatus.Input Input { get; set; } = new();

    public ApplicationHead Head { get; private set; } = null!;
    public ApplicationDetails Row => Head.Row;
    public IReadOnlyList<ReadHistory.Row> History => Head.History;
    public Agenda Deliverables { get; private set; } = new([], [], HasMoreDone: false);

    /// <summary>Null when none is planned.</summary>
    public AgendaEntry? NextInterview { get; private set; }
    public DateOnly Today => user.Today;

    public LineView View(AgendaLine line) =>
        new(
            line,
            Today,
            user.Zone,
            NamesApplication: false,
            OfApplicationModel.TickOf(Url, line.ApplicationId, line.Id, TickedPages.Next(line.State))
        );

    public Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel) => ShowAsync(id, Page(), cancel);

    public async Task<IActionResult> OnPostStatusAsync(Guid id, int? version, string? back, CancellationToken cancel)
    {
        if (!ModelState.IsValid)
            return await ShowAsync(id, new PageResult { StatusCode = StatusCodes.Status400BadRequest }, cancel);
        var outcome = await change.RunAsync(user.Id, id, Input, version, cancel);
        if (outcome is Done<ChangeStatus.Answer> { Value: var moved })
        {
            this.FlashMove(t, moved, back);
            return Back(id, back);
        }
        var result = outcome.ToPage(this, _ => Page());
        return result is PageResult again ? await ShowAsync(id, again, cancel) : result;
    }

    public async Task<IActionResult> OnPostFavoriteAsync(Guid id, string? back, CancellationToken cancel) =>
        (await mark.ToggleAsync(user.Id, id, cancel)).ToPage(this, _ => Back(id, back));

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

    private LocalRedirectResult Back(Guid id, string? back) => LocalRedirect(Url.OwnPage(back) ?? $"~/applications/{id}");

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
        if (await read.RunAsync(user.Id, id, cancel) is not Done<ApplicationHead> { Value: var head })
            return NotFound();
        Head = head;
        Deliverables = await agenda.RunAsync(user.Id, new ReadAgenda.Input { ApplicationId = id, Done = MostDone }, cancel);
        NextInterview = await upcoming.OfApplicationAsync(user.Id, id, cancel);
        return page;
    }
}
