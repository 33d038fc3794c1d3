using JobTracker.Features.Shared;
using JobTracker.Kernel;
using JobTracker.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace JobTracker.Features.Applications;

/// <summary>The table of applications, with its filters in the address.</summary>
public sealed class IndexModel(ListApplications list, MarkFavorite mark, CurrentUser user, IStringLocalizer<Texts> t) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "")]
    public ListQuery Query { get; set; } = new();

    public Page<ApplicationRow> Rows { get; private set; } = new([]);
    public FilterLinks Filters => new(Query, t);
    public DateOnly Today => user.Today;

    /// <summary>True when the person has no applications at all, as opposed to none that match.</summary>
    public bool IsEmpty => Rows.Total == 0 && !Filters.IsFiltered;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        var found = ModelState.IsValid ? await list.RunAsync(user.Id, Query.ToInput() with { Count = true }, cancel) : new NotFound();
        // An address with a filter that means nothing shows the whole list; nothing was typed that could be lost.
        return found.Match<IActionResult>(Show, _ => LocalRedirect("~/applications"));
    }

    public async Task<IActionResult> OnPostFavoriteAsync(Guid id, string? back, CancellationToken cancel) =>
        (await mark.ToggleAsync(user.Id, id, cancel)).ToPage(this, _ => LocalRedirect(Url.IsLocalUrl(back) ? back : "~/applications"));

    private PageResult Show(Page<ApplicationRow> rows)
    {
        Rows = rows;
        return Page();
    }
}
