using JobTracker.Features.Shared;
using JobTracker.Kernel;
using JobTracker.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace JobTracker.Features.Writing;

/// <summary>The writing bank and the notes of all applications; also where a text is chosen for one of them.</summary>
public sealed class IndexModel(ListNotes list, ReadFilters read, CopyNote copy, CurrentUser user, IStringLocalizer<Texts> t) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "")]
    public NoteQuery Query { get; set; } = new();

    /// <summary>The application that a text is looked for.</summary>
    [FromQuery(Name = "into")]
    public Guid? Into { get; set; }

    public Page<NoteLine> Rows { get; private set; } = new([]);
    public ReadFilters.Answer Filters { get; private set; } = new([], []);
    public NoteLinks Links => new(Query, Into);
    public NoteLines Lines => new(Rows.Items, user.Today, user.Zone) { ShowsPlace = !Links.IsBank, Into = Into };

    /// <summary>The application that the list shows.</summary>
    public ReadFilters.Place? Place => Filters.Applications.FirstOrDefault(place => place.Id == Query.ApplicationId);

    /// <summary>The one that a text is looked for.</summary>
    public ReadFilters.Place? Wanted => Filters.Applications.FirstOrDefault(place => place.Id == Into);

    /// <summary>True when there is nothing at all yet.</summary>
    public bool IsEmpty => Rows.Total == 0 && !Links.IsFiltered && Filters.Applications.All(place => place.Count == 0);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        var input = Query.ToInput() with { Bank = Links.IsBank, Count = true };
        var found = ModelState.IsValid ? await list.BrowseAsync(user.Id, input, cancel) : new NotFound();
        // An address with a filter that means nothing shows the whole list; nothing was typed that could be lost.
        if (found is not Done<Page<NoteLine>> { Value: var rows })
            return LocalRedirect("~/writing");
        Rows = rows;
        Filters = await read.RunAsync(user.Id, Into ?? Query.ApplicationId, cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostTakeAsync(Guid id, Guid into, CancellationToken cancel) =>
        (await copy.IntoAsync(user.Id, id, into, cancel)).ToPage(this, Taken);

    private LocalRedirectResult Taken(NoteDetails row)
    {
        this.Flash(t["A copy of “{0}” is here now. The original stays where it was.", row.Title]);
        return LocalRedirect($"~/applications/{row.ApplicationId}/writing");
    }
}
