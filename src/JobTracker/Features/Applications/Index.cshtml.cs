using JobTracker.Features.Shared;
using JobTracker.Kernel;
using JobTracker.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace JobTracker.Features.Applications;

/// <summary>The table of applications, with its filters in the address.</summary>
public sealed class IndexModel(
    ListApplications list,
    MarkFavorite mark,
    BulkUpdate update,
    BulkDelete delete,
    CurrentFrame frame,
    CurrentUser user,
    IStringLocalizer<Texts> t
) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "")]
    public ListQuery Query { get; set; } = new();

    /// <summary>The chosen rows.</summary>
    [BindProperty]
    public Guid[] Ids { get; set; } = [];

    /// <summary>What becomes of them.</summary>
    [BindProperty]
    public BulkUpdate.Change Set { get; set; } = new();

    public Page<ApplicationRow> Rows { get; private set; } = new([]);
    public FilterLinks Filters => new(Query, t);
    public DateOnly Today => user.Today;

    /// <summary>True when the person has no applications at all, as opposed to none that match.</summary>
    public bool IsEmpty => Rows.Total == 0 && !Filters.IsFiltered;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        var input = Query.ToInput();
        var found = ModelState.IsValid ? await list.RunAsync(user.Id, input with { Count = input.IsFiltered }, cancel) : new NotFound();
        // An address with a filter that means nothing shows the whole list; nothing was typed that could be lost.
        if (found is not Done<Page<ApplicationRow>> { Value: var rows })
            return LocalRedirect("~/applications");
        // How many there are in all, the layout has read already.
        Rows = input.IsFiltered ? rows : rows with { Total = (await frame.ReadAsync(cancel))?.ApplicationsUsed };
        return Page();
    }

    public async Task<IActionResult> OnPostFavoriteAsync(Guid id, string? back, CancellationToken cancel) =>
        (await mark.ToggleAsync(user.Id, id, cancel)).ToPage(this, _ => BackTo(back));

    public async Task<IActionResult> OnPostBulkAsync(string? back, CancellationToken cancel)
    {
        var outcome = await update.RunAsync(user.Id, new BulkUpdate.Input { Ids = Ids, Set = Set }, cancel);
        this.Flash(
            outcome.Match(
                answer =>
                    answer.Updated == 1 ? t["1 application was changed."].Value : t["{0} applications were changed.", answer.Updated].Value,
                Told
            )
        );
        return BackTo(back);
    }

    public async Task<IActionResult> OnPostBulkDeleteAsync(string? back, CancellationToken cancel)
    {
        var outcome = await delete.RunAsync(user.Id, new BulkDelete.Input { Ids = Ids }, cancel);
        this.Flash(
            outcome.Match(
                answer =>
                    answer.Deleted == 1
                        ? t["1 application was deleted. It can be restored for 7 days."].Value
                        : t["{0} applications were deleted. They can be restored for 7 days.", answer.Deleted].Value,
                Told
            )
        );
        return BackTo(back);
    }

    private string Told(Failure failure) =>
        failure is Refused refused ? refused.Errors.Values.First()[0] : t["Something went wrong."].Value;

    private LocalRedirectResult BackTo(string? back) => LocalRedirect(Url.OwnPage(back) ?? "~/applications");
}
