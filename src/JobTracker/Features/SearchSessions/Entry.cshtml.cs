using JobTracker.Features.Shared;
using JobTracker.Kernel;
using JobTracker.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace JobTracker.Features.SearchSessions;

/// <summary>One entry to edit, or the question whether to delete it: in its place in the list, or on a page of its own.</summary>
public sealed class EntryModel(
    ReadSession read,
    EditEntry edit,
    OwnHosts hosts,
    CurrentUser user,
    TimeProvider clock,
    IStringLocalizer<Texts> t
) : PageModel
{
    /// <summary>Not called Input: in the list it stands beside the form for new entries.</summary>
    [BindProperty]
    public EntryFacts Edited { get; set; } = new();

    /// <summary>What the form was filled from.</summary>
    [BindProperty]
    public int Version { get; set; }

    /// <summary><c>delete</c> asks; null edits.</summary>
    [FromRoute]
    public string? Section { get; set; }

    /// <summary>Its number in the list, to be shown there again.</summary>
    [FromQuery(Name = "no")]
    public int Number { get; set; }

    public EntryRow Row { get; private set; } = null!;
    public bool Asks => Section is not null;

    /// <summary>Set when another tab has saved meanwhile.</summary>
    public bool IsStale => ViewData[nameof(Stale)] is not null;

    public async Task<IActionResult> OnGetAsync(Guid id, Guid entry, CancellationToken cancel)
    {
        ModelState.Clear();
        var result = await ShowAsync(id, entry, Page(), cancel);
        if (result is not NotFoundResult)
            (Edited, Version) = (FactsOf(Row), Row.Version);
        return result;
    }

    public async Task<IActionResult> OnPostAsync(Guid id, Guid entry, CancellationToken cancel)
    {
        var result = ModelState.IsValid
            ? (await edit.RunAsync(user.Id, id, entry, _ => Edited, hosts.All, Version, cancel)).ToPage(this, Saved, nameof(Edited))
            : new PageResult { StatusCode = StatusCodes.Status400BadRequest };
        if (result is not PageResult again)
            return result;
        result = await ShowAsync(id, entry, again, cancel);
        if (IsStale && result is not NotFoundResult)
        {
            // Saving again is then a decision, made with both in view.
            Version = Row.Version;
            ModelState.Remove(nameof(Version));
        }
        return result;
    }

    private IActionResult Saved(EntryRow row)
    {
        if (Request.IsSwapping())
            return Partial("_Line", new EntryLine(row, Number, clock.GetUtcNow(), user.Zone) { HasFocus = true });
        this.Flash(t["Saved."]);
        return RedirectToPage("Details", new { id = row.SessionId });
    }

    private async Task<IActionResult> ShowAsync(Guid id, Guid entry, PageResult page, CancellationToken cancel)
    {
        if (await read.EntryAsync(user.Id, id, entry, cancel) is not Done<EntryRow> { Value: var row })
            return NotFound();
        Row = row;
        if (!Request.IsSwapping())
            return page;
        var form = Partial("_EntryRow", this);
        form.StatusCode = page.StatusCode;
        return form;
    }

    private static EntryFacts FactsOf(EntryRow row) =>
        new()
        {
            Company = row.Company,
            City = row.City,
            Mission = row.Mission,
            Link = row.Link,
        };
}
