using JobTracker.Features.Capture;
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
    FindDuplicates find,
    ApplicationQuota quota,
    ReadPosting reader,
    CurrentUser user,
    IStringLocalizer<Texts> t
) : PageModel
{
    private const int MostOffered = 8;

    // Named, so that a plain ?link= is not taken for the field of the form.
    [BindProperty(SupportsGet = true, Name = nameof(Input))]
    public ApplicationFacts Input { get; set; } = new();

    /// <summary>The person has seen the applications that this one may repeat.</summary>
    [BindProperty]
    public bool Confirmed { get; set; }

    /// <summary>A posting, pasted to be read; nothing of it is kept by itself.</summary>
    [BindProperty]
    public string? Pasted { get; set; }

    /// <summary>Where a bookmark or the share menu of a phone comes from.</summary>
    [FromQuery(Name = "link")]
    public string? FromLink { get; set; }

    [FromQuery(Name = "title")]
    public string? FromTitle { get; set; }

    [FromQuery(Name = "text")]
    public string? FromText { get; set; }

    /// <summary>What was read and put into the form; null when nothing was.</summary>
    public Captured? Captured { get; private set; }

    /// <summary>The names of the fields that it filled.</summary>
    public IReadOnlyList<string> Filled { get; private set; } = [];

    public IReadOnlyList<FindDuplicates.Row> Duplicates { get; private set; } = [];
    public ApplicationQuota.Usage Usage { get; private set; } = new(0, null);
    public DateOnly Today => user.Today;
    public bool IsFull => Usage.Used >= Usage.Limit;

    /// <summary>What could make room: closed applications first, then those untouched for the longest time.</summary>
    public IReadOnlyList<ApplicationRow> Deletable { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        // What an address fills in is a proposal: it is checked when it is saved.
        ModelState.Clear();
        if (FromLink is not null || FromTitle is not null || FromText is not null)
        {
            Fill(new ReadPosting.Input(FromText, FromLink, FromTitle));
            Duplicates = await FindAsync(cancel);
        }
        await ShowAsync(cancel);
    }

    /// <summary>Fills what is empty in the form out of what was pasted. Nothing is saved.</summary>
    public async Task<IActionResult> OnPostFillAsync(CancellationToken cancel)
    {
        ModelState.Clear();
        Fill(new ReadPosting.Input(Pasted));
        Pasted = null;
        Duplicates = await FindAsync(cancel);
        await ShowAsync(cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (ModelState.IsValid && !Confirmed && (Duplicates = await FindAsync(cancel)).Count > 0)
        {
            await ShowAsync(cancel);
            return new PageResult { StatusCode = StatusCodes.Status409Conflict };
        }
        var result = ModelState.IsValid
            ? (await add.RunAsync(user.Id, Input, cancel)).ToPage(this, Added)
            : new PageResult { StatusCode = StatusCodes.Status400BadRequest };
        await ShowAsync(cancel);
        return result;
    }

    /// <summary>Asked while the form is being filled in.</summary>
    public async Task<IActionResult> OnGetDuplicatesAsync(CancellationToken cancel) => Partial("_Duplicates", await FindAsync(cancel));

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

    public bool IsUnsure(string field) => Filled.Contains(field) && Captured!.Unsure.Contains(field);

    private void Fill(ReadPosting.Input posting)
    {
        Captured = reader.Run(posting, Today);
        Filled = [.. Captured.Filled.Where(field => Captured.IsEmpty(Input, field))];
        Input = Captured.Into(Input);
    }

    private Task<IReadOnlyList<FindDuplicates.Row>> FindAsync(CancellationToken cancel) =>
        find.RunAsync(user.Id, Input.Company, Input.Position, Input.Link, cancel);

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
