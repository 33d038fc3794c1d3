using JobTracker.Features.Shared;
using JobTracker.Kernel;
using JobTracker.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace JobTracker.Features.Applications;

/// <summary>All writable fields of one application in a form. Two edits at once end in a page that shows both.</summary>
public sealed class EditModel(ReadApplication read, EditApplication edit, CurrentUser user, IStringLocalizer<Texts> t) : PageModel
{
    [BindProperty]
    public ApplicationFacts Input { get; set; } = new();

    /// <summary>What the form was filled from.</summary>
    [BindProperty]
    public int Version { get; set; }

    public ApplicationDetails Row { get; private set; } = null!;
    public DateOnly Today => user.Today;

    /// <summary>Set when somebody else, or another tab, has saved meanwhile.</summary>
    public bool IsStale => ViewData[nameof(Stale)] is not null;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (await read.RunAsync(user.Id, id, cancel) is not Done<ApplicationDetails> { Value: var row })
            return NotFound();
        Row = row;
        Version = row.Version;
        Input = FactsOf(row);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel)
    {
        var result = ModelState.IsValid
            ? (await edit.RunAsync(user.Id, id, _ => Input, Version, cancel)).ToPage(this, Saved)
            : new PageResult { StatusCode = StatusCodes.Status400BadRequest };
        if (result is not PageResult)
            return result;
        if (await read.RunAsync(user.Id, id, cancel) is not Done<ApplicationDetails> { Value: var row })
            return NotFound();
        Row = row;
        if (IsStale)
        {
            // Saving again is then a decision, made with both in view.
            Version = row.Version;
            ModelState.Remove(nameof(Version));
        }
        return result;
    }

    private RedirectToPageResult Saved(ApplicationDetails row)
    {
        this.Flash(t["Saved."]);
        return RedirectToPage("Details", new { id = row.Id });
    }

    private static ApplicationFacts FactsOf(ApplicationDetails row) =>
        new()
        {
            Company = row.Company,
            Position = row.Position,
            EmploymentType = row.EmploymentType,
            Location = row.Location,
            Channel = row.Channel,
            Link = row.Link,
            Salary = row.Salary,
            Contact = row.Contact,
            Status = row.Status,
            DueOn = row.DueOn,
            AppliedOn = row.AppliedOn,
            RespondedOn = row.RespondedOn,
            Comment = row.Comment,
            Posting = row.Posting,
            IsFavorite = row.IsFavorite,
        };
}
