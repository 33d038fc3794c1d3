using JobTracker.Features.Applications;
using JobTracker.Features.Quotas;
using JobTracker.Features.Shared;
using JobTracker.Kernel;
using JobTracker.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace JobTracker.Features.SearchSessions;

/// <summary>The end of a session: its summary, and the choice of what goes into the applications. Also for choosing more of a finished one.</summary>
public sealed class FinishModel(
    ReadSession read,
    FinishSession finish,
    FindDuplicates duplicates,
    ApplicationQuota quota,
    CurrentUser user,
    TimeProvider clock,
    IStringLocalizer<Texts> t
) : PageModel
{
    /// <summary>What is ticked.</summary>
    [BindProperty]
    public IReadOnlyList<Guid> Chosen { get; set; } = [];

    public SessionDetails Session { get; private set; } = null!;
    public ApplicationQuota.Usage Usage { get; private set; } = new(0, null);

    /// <summary>Entries that are among the applications already, by whatever way.</summary>
    public IReadOnlySet<Guid> Known { get; private set; } = new HashSet<Guid>();

    /// <summary>Set when some of those chosen found no place.</summary>
    public FinishSession.Answer? Answer { get; private set; }

    public SessionFace Face => new(Session, clock.GetUtcNow());
    public bool IsOpen => Session.FinishedAt is null;

    /// <summary>Null when there is no limit.</summary>
    public int? PlacesLeft => Usage.Limit is { } limit ? Math.Max(0, limit - Usage.Used) : null;

    /// <summary>In the order of submission, which is the order in which they get a place.</summary>
    public IEnumerable<EntryLine> Lines => EntryLine.Of(Session, clock.GetUtcNow(), user.Zone).Reverse();

    public Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel) => ShowAsync(id, Page(), cancel);

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel)
    {
        var input = new FinishSession.Input { AddToTracker = Chosen };
        var result = ModelState.IsValid
            ? (await finish.RunAsync(user.Id, id, input, cancel)).ToPage(this, Finished)
            : new PageResult { StatusCode = StatusCodes.Status400BadRequest };
        return result is PageResult again ? await ShowAsync(id, again, cancel) : result;
    }

    private IActionResult Finished(FinishSession.Answer answer)
    {
        if (answer.Left.Count > 0)
        {
            Answer = answer;
            Chosen = [.. answer.Left.Select(entry => entry.Id)];
            return Page();
        }
        this.Flash(
            answer.Added.Count switch
            {
                0 => t["The session is finished."],
                1 => t["The session is finished, and one entry is in your applications now."],
                var many => t["The session is finished, and {0} entries are in your applications now.", many],
            }
        );
        return RedirectToPage("Details", new { id = answer.Session.Id });
    }

    private async Task<IActionResult> ShowAsync(Guid id, PageResult page, CancellationToken cancel)
    {
        if (await read.RunAsync(user.Id, id, cancel) is not Done<SessionDetails> { Value: var session })
            return NotFound();
        Session = session;
        Usage = await quota.ReadAsync(user.Id, cancel) ?? Usage;
        var fresh = session.Entries.Where(entry => entry.AddedAt is null).ToList();
        var known = await duplicates.KnownAsync(user.Id, fresh.ConvertAll(entry => (entry.Company, entry.Mission, entry.Link)), cancel);
        Known = fresh.Where((_, at) => known.Contains(at)).Select(entry => entry.Id).ToHashSet();
        return page;
    }
}
