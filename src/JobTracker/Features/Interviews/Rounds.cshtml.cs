using JobTracker.Features.Applications;
using JobTracker.Kernel;
using JobTracker.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace JobTracker.Features.Interviews;

/// <summary>The rounds of one application, and the form for the next one.</summary>
public sealed class RoundsModel(ReadHead readHead, ReadRounds read, CurrentUser user) : PageModel
{
    public ApplicationHead Head { get; private set; } = null!;
    public IReadOnlyList<AgendaEntry> Rounds { get; private set; } = [];
    public InterviewSheet Sheet { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (await readHead.RunAsync(user.Id, id, cancel) is not Done<ApplicationHead> { Value: var head })
            return NotFound();
        Head = head;
        Rounds = await read.RunAsync(user.Id, id, cancel);
        var offersMove = AddInterview.IsBeforeInterview(head.Row.Status) && Rounds.All(round => round.Status != InterviewStatus.Planned);
        Sheet = new(new InterviewForm { TimeZone = user.Zone.Id }, user.Zone.Id, IsNew: true, offersMove, Moves: true);
        return Page();
    }
}
