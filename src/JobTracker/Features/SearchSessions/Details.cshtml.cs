using JobTracker.Features.Shared;
using JobTracker.Features.Shared.Spreadsheets;
using JobTracker.Kernel;
using JobTracker.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace JobTracker.Features.SearchSessions;

/// <summary>A finished session: its summary, its entries, its file.</summary>
public sealed class DetailsModel(
    ReadSession read,
    DeleteSession delete,
    ExportSession export,
    CurrentUser user,
    TimeProvider clock,
    IStringLocalizer<Texts> t
) : PageModel
{
    public SessionDetails Session { get; private set; } = null!;
    public SessionFace Face => new(Session, clock.GetUtcNow());
    public IReadOnlyList<EntryLine> Lines => EntryLine.Of(Session, clock.GetUtcNow(), user.Zone);
    public DateTimeOffset StartedAt => TimeZoneInfo.ConvertTime(Session.StartedAt, user.Zone);
    public bool HasMore => Session.Entries.Any(entry => entry.AddedAt is null);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel) =>
        (await read.RunAsync(user.Id, id, cancel)).ToPage(this, Show);

    public async Task<IActionResult> OnGetCsvAsync(Guid id, CancellationToken cancel) =>
        (await export.RunAsync(user.Id, id, cancel)).ToPage(this, sheet => File(sheet.Content, CsvFile.MediaType, sheet.Name));

    public async Task<IActionResult> OnPostDeleteAsync(Guid id, CancellationToken cancel) =>
        (await delete.RunAsync(user.Id, id, cancel)).ToPage(this, _ => Deleted());

    private IActionResult Show(SessionDetails session)
    {
        Session = session;
        // The open one has its own place.
        return session.FinishedAt is null ? LocalRedirect("~/session") : Page();
    }

    private LocalRedirectResult Deleted()
    {
        this.Flash(t["The session was deleted."]);
        return LocalRedirect("~/session");
    }
}
