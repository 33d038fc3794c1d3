using JobTracker.Features.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace JobTracker.Features.Applications;

/// <summary>What pages say after a move to another status: where to, of which day, with a way to take it back or to date it otherwise.</summary>
public static class MoveFlash
{
    /// <param name="page">The page that moved it.</param>
    /// <param name="t">The reader's language.</param>
    /// <param name="head">The application after the move.</param>
    /// <param name="before">Its version before: when it is the same, nothing was done that could be undone.</param>
    /// <param name="back">Where Undo leads.</param>
    public static void FlashMove(this PageModel page, IStringLocalizer t, ApplicationHead head, int? before, string? back)
    {
        var row = head.Row;
        var newest = head.History.MaxBy(entry => entry.CreatedAt);
        string text = t["{0} moved to {1}.", row.Company, t[StatusLook.Of(newest?.ToStatus ?? row.Status).Text]];
        if (newest is null || row.Version == before)
        {
            page.Flash(text);
            return;
        }
        var entry = new { id = row.Id, changeId = newest.Id };
        page.Flash(
            text,
            new FlashUndo(
                page.Url.Page(
                    "/Applications/HistoryEntry",
                    "Remove",
                    new
                    {
                        entry.id,
                        entry.changeId,
                        back,
                    }
                )!,
                t["Undo"]
            ),
            new FlashLink(page.Url.Page("/Applications/HistoryEntry", new { entry.id, entry.changeId })!, t["Change the date"])
        );
    }
}
