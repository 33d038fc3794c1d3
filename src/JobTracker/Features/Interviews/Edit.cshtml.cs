using JobTracker.Features.Shared;
using JobTracker.Kernel;
using JobTracker.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace JobTracker.Features.Interviews;

/// <summary>All writable fields of one interview in a form, to reschedule it or to correct it.</summary>
public sealed class EditModel(
    ReadInterview read,
    EditInterview edit,
    InterviewFacts.Rules rules,
    CurrentUser user,
    IStringLocalizer<Texts> t
) : PageModel
{
    [BindProperty]
    public InterviewForm Input { get; set; } = new();

    /// <summary>What the form was filled from.</summary>
    [BindProperty]
    public int Version { get; set; }

    public InterviewDetails Row { get; private set; } = null!;
    public InterviewSheet Sheet => new(Input, user.Zone.Id, IsNew: false);

    /// <summary>Set when somebody else, or another tab, has saved meanwhile.</summary>
    public bool IsStale => ViewData[nameof(Stale)] is not null;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (await read.RunAsync(user.Id, id, cancel) is not Done<InterviewDetails> { Value: var row })
            return NotFound();
        Row = row;
        Version = row.Version;
        Input = InterviewForm.Of(row);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel)
    {
        var result = ModelState.IsValid
            ? (await edit.RunAsync(user.Id, id, facts => Input.ToFacts(facts.ApplicationId, rules, t), Version, cancel)).ToPage(this, Saved)
            : new PageResult { StatusCode = StatusCodes.Status400BadRequest };
        if (result is not PageResult)
            return result;
        if (await read.RunAsync(user.Id, id, cancel) is not Done<InterviewDetails> { Value: var row })
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

    private RedirectToPageResult Saved(InterviewDetails row)
    {
        this.Flash(t["Saved."]);
        return RedirectToPage("Details", new { id = row.Id });
    }
}
