using JobTracker.Features.Shared;
using JobTracker.Kernel;
using JobTracker.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace JobTracker.Features.Deliverables;

/// <summary>What there is to hand in for all applications, by day.</summary>
public sealed class IndexModel(ReadAgenda read, TickDeliverable tick, CurrentUser user, IStringLocalizer<Texts> t) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "application")]
    public Guid? Application { get; set; }

    [BindProperty(SupportsGet = true, Name = "kind")]
    public Word<DeliverableKind>? Kind { get; set; }

    public Agenda Agenda { get; private set; } = new([], [], HasMoreDone: false);
    public AgendaLinks Links => new(Application, Kind?.Value);
    public DateOnly Today => user.Today;

    /// <summary>Those that have something in this list, by name.</summary>
    public IEnumerable<AgendaLine> Applications =>
        Agenda
            .Open.Concat(Agenda.Done)
            .DistinctBy(line => line.ApplicationId)
            .OrderBy(line => Folding.Fold(line.Company), StringComparer.Ordinal);

    public LineView View(AgendaLine line) =>
        new(line, Today, user.Zone, NamesApplication: true, Links.Tick(line.Id, TickedPages.Next(line.State)));

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        // An address with a filter that means nothing shows the whole list; nothing was typed that could be lost.
        if (!ModelState.IsValid)
            return LocalRedirect("~/deliverables");
        Agenda = await read.RunAsync(user.Id, new ReadAgenda.Input { ApplicationId = Application, Kind = Kind?.Value }, cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostStateAsync(Guid id, Word<DeliverableState>? to, CancellationToken cancel)
    {
        if (!ModelState.IsValid || to is not { } wanted)
            return BadRequest();
        var result = (await tick.RunAsync(user.Id, id, wanted.Value, cancel)).ToPage(this, Ticked);
        return result is LocalRedirectResult && Request.IsSwapping() ? await OnGetAsync(cancel) : result;

        LocalRedirectResult Ticked(TickDeliverable.Answer answer)
        {
            this.Tell(answer, state => Links.Tick(id, state), t);
            return LocalRedirect("~" + Links.Here());
        }
    }
}
