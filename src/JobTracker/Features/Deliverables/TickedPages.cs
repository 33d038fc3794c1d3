using JobTracker.Features.Shared;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace JobTracker.Features.Deliverables;

/// <summary>A line of a list on a page.</summary>
/// <param name="NamesApplication">Where lines of several applications stand together.</param>
/// <param name="Tick">Where its box posts to; the answer to htmx is the page with the same line in it.</param>
public sealed record LineView(AgendaLine Line, DateOnly Today, TimeZoneInfo Zone, bool NamesApplication, string Tick);

/// <summary>What pages with boxes to tick have in common.</summary>
internal static class TickedPages
{
    /// <summary>Where a tick of the box leads: what was done once has been begun.</summary>
    public static DeliverableState Next(DeliverableState state) =>
        state == DeliverableState.Done ? DeliverableState.InProgress : DeliverableState.Done;

    /// <summary>Says what was done, with the way back where there is one.</summary>
    /// <param name="page">Where it was ticked.</param>
    /// <param name="answer">What came of it.</param>
    /// <param name="undo">The address that moves it to a state.</param>
    /// <param name="t">The texts.</param>
    public static void Tell(this PageModel page, TickDeliverable.Answer answer, Func<DeliverableState, string> undo, IStringLocalizer t)
    {
        if (answer.State != DeliverableState.Done)
            page.Flash(t["{0} is open again.", answer.Title]);
        else
            page.Flash(
                t["{0} is done.", answer.Title],
                answer.Before == answer.State ? null : new FlashUndo(undo(answer.Before), t["Undo"])
            );
    }
}
