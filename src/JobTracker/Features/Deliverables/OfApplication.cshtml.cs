using JobTracker.Features.Applications;
using JobTracker.Features.Shared;
using JobTracker.Kernel;
using JobTracker.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace JobTracker.Features.Deliverables;

/// <summary>One application's tab with what there is to hand in for it.</summary>
public sealed class OfApplicationModel(
    ReadHead readHead,
    ReadAgenda read,
    AddDeliverable add,
    TickDeliverable tick,
    CurrentUser user,
    IStringLocalizer<Texts> t
) : PageModel
{
    private const int MostDone = 100;

    [BindProperty]
    public DeliverableFacts Input { get; set; } = new() { Kind = DeliverableKind.CoverLetter };

    public ApplicationHead Head { get; private set; } = null!;
    public Agenda Agenda { get; private set; } = new([], [], HasMoreDone: false);

    public LineView View(AgendaLine line) =>
        new(line, user.Today, user.Zone, NamesApplication: false, TickOf(Url, line.ApplicationId, line.Id, TickedPages.Next(line.State)));

    public Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel) => ShowAsync(id, Page(), cancel);

    public async Task<IActionResult> OnPostAddAsync(Guid id, CancellationToken cancel)
    {
        var result = ModelState.IsValid
            ? (await add.RunAsync(user.Id, Input with { ApplicationId = id }, cancel)).ToPage(this, Added)
            : new PageResult { StatusCode = StatusCodes.Status400BadRequest };
        return result is PageResult again ? await ShowAsync(id, again, cancel) : result;
    }

    public async Task<IActionResult> OnPostStateAsync(Guid id, Guid deliverable, Word<DeliverableState>? to, CancellationToken cancel)
    {
        if (to is not { } wanted)
            return BadRequest();
        var result = (await tick.RunAsync(user.Id, deliverable, wanted.Value, cancel)).ToPage(this, Ticked);
        return result is RedirectToPageResult && Request.IsSwapping() ? await ShowAsync(id, Page(), cancel) : result;

        RedirectToPageResult Ticked(TickDeliverable.Answer answer)
        {
            this.Tell(answer, state => TickOf(Url, id, deliverable, state), t);
            return RedirectToPage(new { id });
        }
    }

    private RedirectToPageResult Added(DeliverableDetails row)
    {
        this.Flash(t["Added: {0}", row.Title]);
        return RedirectToPage(new { id = row.ApplicationId });
    }

    /// <summary>Where a box posts to that stands on a page of this application.</summary>
    internal static string TickOf(IUrlHelper url, Guid application, Guid deliverable, DeliverableState to) =>
        url.Page(
            "/Deliverables/OfApplication",
            "State",
            new
            {
                id = application,
                deliverable,
                to = Wire.Name(to),
            }
        )!;

    private async Task<IActionResult> ShowAsync(Guid id, PageResult page, CancellationToken cancel)
    {
        if (await readHead.RunAsync(user.Id, id, cancel) is not Done<ApplicationHead> { Value: var head })
            return NotFound();
        Head = head;
        Agenda = await read.RunAsync(user.Id, new ReadAgenda.Input { ApplicationId = id, Done = MostDone }, cancel);
        return page;
    }
}
