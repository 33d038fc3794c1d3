using JobTracker.Features.Shared;
using JobTracker.Kernel;
using JobTracker.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace JobTracker.Features.SearchSessions;

/// <summary>The open session with its clock, a line to type the next entry into, and the sessions before.</summary>
public sealed class IndexModel(
    ReadSession read,
    ListSessions list,
    SubmitEntry submit,
    DeleteEntry delete,
    OwnHosts hosts,
    CurrentUser user,
    TimeProvider clock,
    IStringLocalizer<Texts> t
) : PageModel
{
    private const int Few = 6;
    private const int MostEarlier = 10;

    [BindProperty]
    public EntryFacts Input { get; set; } = new();

    /// <summary>Every entry instead of the newest few.</summary>
    [FromQuery(Name = "all")]
    public bool All { get; set; }

    /// <summary>Where the list of earlier sessions goes on.</summary>
    [FromQuery(Name = "cursor")]
    public string? Cursor { get; set; }

    /// <summary>Null when none is open.</summary>
    public SessionDetails? Session { get; private set; }
    public Page<SessionRow> Earlier { get; private set; } = new([]);
    public DateTimeOffset Now => clock.GetUtcNow();
    public TimeZoneInfo Zone => user.Zone;
    public SessionFace Face => new(Session, Now);
    public IReadOnlyList<EntryLine> Lines => Session is null ? [] : EntryLine.Of(Session, Now, user.Zone);

    /// <summary>This page, with as many entries as now.</summary>
    public string Here => All ? "/session?all=true" : "/session";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) =>
        // An address that means nothing shows the page as it is usually; nothing was typed that could be lost.
        ModelState.IsValid && await ShowAsync(cancel)
            ? Page()
            : LocalRedirect("~/session");

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var result = ModelState.IsValid
            ? (await submit.RunAsync(user.Id, Input, hosts.All, cancel)).ToPage(this, Taken)
            : new PageResult { StatusCode = StatusCodes.Status400BadRequest };
        if (result is not PageResult)
            return result;
        // A refused line comes back where it was typed, and nothing else changes.
        if (!ModelState.IsValid)
            Response.Swap("#entry");
        await ShowAsync(cancel);
        return result;
    }

    public async Task<IActionResult> OnPostRemoveAsync(Guid session, Guid entry, int? version, CancellationToken cancel)
    {
        ModelState.Clear();
        var result = (await delete.RunAsync(user.Id, session, entry, version, cancel)).ToPage(this, _ => Removed());
        return result is PageResult && !await ShowAsync(cancel) ? LocalRedirect("~/session") : result;
    }

    private IActionResult Taken(SubmitEntry.Answer answer)
    {
        if (Request.IsSwapping())
        {
            ModelState.Clear();
            Input = new EntryFacts();
            return Page();
        }
        this.Flash(t["{0} sent", answer.Count]);
        return LocalRedirect("~" + Here);
    }

    private IActionResult Removed()
    {
        this.Flash(t["The entry was deleted."]);
        return Request.IsSwapping() ? Page() : LocalRedirect("~" + Here);
    }

    private async Task<bool> ShowAsync(CancellationToken cancel)
    {
        var input = new ListSessions.Input
        {
            Finished = true,
            Limit = MostEarlier,
            Cursor = Cursor,
        };
        if (await list.RunAsync(user.Id, input, cancel) is not Done<Page<SessionRow>> { Value: var earlier })
            return false;
        Earlier = earlier;
        var most = All ? SearchSession.MostEntries : Few;
        Session = (await read.CurrentAsync(user.Id, most, cancel)).Match(session => session, _ => (SessionDetails?)null);
        return true;
    }
}
