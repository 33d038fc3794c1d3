using JobTracker.Features.Quotas;
using JobTracker.Features.Shared;
using JobTracker.Kernel;
using JobTracker.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace JobTracker.Features.Applications;

/// <summary>The form for a new application. At the limit it offers what can be deleted, and keeps what was typed.</summary>
public sealed class AddModel(
    AddApplication add,
    DeleteApplication delete,
    ListApplications list,
    ApplicationQuota quota,
    CurrentUser user,
    IStringLocalizer<Texts> t
) : PageModel
{
    private const int MostOffered = 8;

    [BindProperty]
    public ApplicationFacts Input { get; set; } = new();

    public ApplicationQuota.Usage Usage { get; private set; } = new(0, null);
    public DateOnly Today => user.Today;
    public bool IsFull => Usage.Used >= Usage.Limit;

    /// <summary>What could make room: closed applications first, then those untouched for the longest time.</summary>
    public IReadOnlyList<ApplicationRow> Deletable { get; private set; } = [];

    public Task OnGetAsync(CancellationToken cancel) => ShowAsync(cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var result = ModelState.IsValid
            ? (await add.RunAsync(user.Id, Input, cancel)).ToPage(this, Added)
            : new PageResult { StatusCode = StatusCodes.Status400BadRequest };
        await ShowAsync(cancel);
        return result;
    }

    /// <summary>Frees a place without losing what is in the form: its fields come along and stand in it again.</summary>
    public async Task<IActionResult> OnPostFreeAsync(Guid id, CancellationToken cancel)
    {
        ModelState.Clear();
        var result = (await delete.RunAsync(user.Id, id, ifVersion: null, cancel)).ToPage(this, _ => Page());
        if (result is PageResult)
            ViewData["Freed"] = true;
        await ShowAsync(cancel);
        return result;
    }

    private RedirectToPageResult Added(ApplicationDetails row)
    {
        this.Flash(t["{0} was added.", row.Company]);
        return RedirectToPage("Details", new { id = row.Id });
    }

    private async Task ShowAsync(CancellationToken cancel)
    {
        Usage = await quota.ReadAsync(user.Id, cancel) ?? Usage;
        if (!IsFull)
            return;
        var oldest = new ListApplications.Input
        {
            Sort = ListApplications.SortBy.UpdatedAt,
            Order = ListApplications.Direction.Asc,
            Limit = 100,
        };
        if (await list.RunAsync(user.Id, oldest, cancel) is Done<Page<ApplicationRow>> { Value.Items: var rows })
            Deletable = [.. rows.OrderByDescending(row => Statuses.IsClosed(row.Status)).Take(MostOffered)];
    }
}
