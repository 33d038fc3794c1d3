using JobTracker.Features.Shared;
using JobTracker.Kernel;
using JobTracker.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace JobTracker.Features.Applications;

/// <summary>
/// All writable fields of one application in a form, or one section of them, which the overview shows in its place. Two edits at once end in
/// a page that shows both.
/// </summary>
public sealed class EditModel(ReadApplication read, EditApplication edit, CurrentUser user, IStringLocalizer<Texts> t) : PageModel
{
    [BindProperty]
    public ApplicationFacts Input { get; set; } = new();

    /// <summary>What the form was filled from.</summary>
    [BindProperty]
    public int Version { get; set; }

    /// <summary><c>facts</c>, <c>comment</c> or <c>posting</c>; null is everything.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Section { get; set; }

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
        return Form(Page());
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel)
    {
        var result = ModelState.IsValid
            ? (await edit.RunAsync(user.Id, id, stored => Changed(stored), Version, cancel)).ToPage(this, Saved)
            : new PageResult { StatusCode = StatusCodes.Status400BadRequest };
        if (result is not PageResult again)
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
        return Form(again);
    }

    /// <summary>What is not in the form stays as it is stored.</summary>
    private ApplicationFacts Changed(ApplicationFacts stored) =>
        Section switch
        {
            "facts" => Input with
            {
                Status = stored.Status,
                Comment = stored.Comment,
                Posting = stored.Posting,
                IsFavorite = stored.IsFavorite,
            },
            "comment" => stored with { Comment = Input.Comment },
            "posting" => stored with { Posting = Input.Posting },
            _ => Input,
        };

    private IActionResult Form(PageResult page)
    {
        if (!Request.IsSwapping())
            return page;
        var form = Partial("_EditForm", this);
        form.StatusCode = page.StatusCode;
        return form;
    }

    private IActionResult Saved(ApplicationDetails row)
    {
        IActionResult next = Request.IsSwapping()
            ? this.ReadAgain()
            : RedirectToPage("Details", pageHandler: null, new { id = row.Id, section = (string?)null }, fragment: Section);
        this.Flash(t["Saved."]);
        return next;
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
