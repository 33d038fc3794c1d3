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
    /// <param name="moved">What came of it: without an entry nothing was done that could be undone.</param>
    /// <param name="back">Where Undo leads.</param>
    public static void FlashMove(this PageModel page, IStringLocalizer t, ChangeStatus.Answer moved, string? back)
    {
        string text = t["{0} moved to {1}.", moved.Row.Company, t[StatusLook.Of(moved.Entered).Text]];
        if (moved.EntryId is not { } changeId)
        {
            page.Flash(text);
            return;
        }
        var id = moved.Row.Id;
        page.Flash(
            text,
            new FlashUndo(
                page.Url.Page(
                    "/Applications/HistoryEntry",
                    "Remove",
                    new
                    {
                        id,
                        changeId,
                        back,
                    }
                )!,
                t["Undo"]
            ),
            new FlashLink(page.Url.Page("/Applications/HistoryEntry", new { id, changeId })!, t["Change the date"])
        );
    }
}
