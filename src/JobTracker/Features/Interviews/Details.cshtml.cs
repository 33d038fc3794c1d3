using JobTracker.Features.Shared;
using JobTracker.Kernel;
using JobTracker.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace JobTracker.Features.Interviews;

/// <summary>One interview: everything for the five minutes before it, and the debrief after it.</summary>
public sealed class DetailsModel(
    PrepareInterview prepare,
    EditInterview edit,
    DeleteInterview delete,
    InterviewTimes times,
    CurrentUser user,
    IStringLocalizer<Texts> t
) : PageModel
{
    /// <summary>The long texts, each in a form of its own.</summary>
    public sealed record Writing
    {
        public string? Comment { get; init; }
        public string? Debrief { get; init; }
    }

    [BindProperty]
    public Writing Input { get; set; } = new();

    /// <summary>What the forms were filled from.</summary>
    [BindProperty]
    public int? Version { get; set; }

    public PrepareInterview.Answer All { get; private set; } = null!;
    public InterviewDetails Row => All.Row;
    public PrepareInterview.Target Target => All.Target;
    public bool HasBegun => Row.StartsAt <= times.Now;

    /// <summary>It is over, and nobody has said so yet.</summary>
    public bool AsksHowItWent => Row.Status == InterviewStatus.Planned && Row.EndsAt <= times.Now;

    /// <summary>There is nothing to tell of what has not begun or will not take place.</summary>
    public bool ShowsDebrief => Row.Debrief is not null || Wrong is not null || HasBegun && Row.Status != InterviewStatus.Cancelled;

    /// <summary>Nobody prepares for what is over.</summary>
    public bool ShowsPreparation => Row.Comment is not null || Wrong is not null || !HasBegun;

    /// <summary>The box that was being written in when something went wrong.</summary>
    public string? Wrong { get; private set; }
    public bool IsStale => ViewData[nameof(Stale)] is not null;

    public Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel) => ShowAsync(id, Page(), cancel);

    public Task<IActionResult> OnPostPreparationAsync(Guid id, CancellationToken cancel) =>
        WriteAsync(id, nameof(Writing.Comment), facts => facts with { Comment = Input.Comment }, t["Saved."], cancel);

    public Task<IActionResult> OnPostDebriefAsync(Guid id, CancellationToken cancel) =>
        WriteAsync(id, nameof(Writing.Debrief), facts => facts with { Debrief = Input.Debrief }, t["Saved."], cancel);

    public async Task<IActionResult> OnPostStatusAsync(Guid id, InterviewStatus to, CancellationToken cancel)
    {
        var before = InterviewStatus.Planned;
        var outcome = await edit.RunAsync(
            user.Id,
            id,
            facts =>
            {
                before = facts.Status;
                return facts with { Status = to };
            },
            Version,
            cancel
        );
        var result = outcome.ToPage(this, row => Moved(row, before));
        return result is PageResult again ? await ShowAsync(id, again, cancel) : result;
    }

    public async Task<IActionResult> OnPostDeleteAsync(Guid id, CancellationToken cancel)
    {
        var result = (await delete.RunAsync(user.Id, id, Version, cancel)).ToPage(this, Deleted);
        return result is PageResult again ? await ShowAsync(id, again, cancel) : result;
    }

    private async Task<IActionResult> WriteAsync(
        Guid id,
        string field,
        Func<InterviewFacts, InterviewFacts> change,
        string done,
        CancellationToken cancel
    )
    {
        Wrong = field;
        var result = (await edit.RunAsync(user.Id, id, facts => change(facts), Version, cancel)).ToPage(this, _ => Back(id, done));
        return result is PageResult again ? await ShowAsync(id, again, cancel) : result;
    }

    private RedirectToPageResult Moved(InterviewDetails row, InterviewStatus before)
    {
        var text = row.Status switch
        {
            InterviewStatus.Completed => t["The interview is completed."],
            InterviewStatus.Cancelled => t["The interview is cancelled."],
            _ => t["The interview is planned again."],
        };
        var undo = row.Status == before ? null : new FlashUndo(Url.Page("Details", "Status", new { id = row.Id, to = before })!, t["Undo"]);
        return Back(row.Id, text, undo);
    }

    private RedirectToPageResult Back(Guid id, string text, FlashUndo? undo = null)
    {
        this.Flash(text, undo);
        return RedirectToPage("Details", new { id });
    }

    private LocalRedirectResult Deleted(Guid application)
    {
        this.Flash(t["The interview was deleted."]);
        return LocalRedirect($"~/applications/{application}/interviews");
    }

    private async Task<IActionResult> ShowAsync(Guid id, PageResult page, CancellationToken cancel)
    {
        if (await prepare.RunAsync(user.Id, id, cancel) is not Done<PrepareInterview.Answer> { Value: var all })
            return NotFound();
        All = all;
        // What was typed stays in its box; after two edits at once, what is stored stands below it, and saving again is a decision.
        Input = new Writing
        {
            Comment = Wrong == nameof(Writing.Comment) ? Input.Comment : all.Row.Comment,
            Debrief = Wrong == nameof(Writing.Debrief) ? Input.Debrief : all.Row.Debrief,
        };
        Version = all.Row.Version;
        ModelState.Remove(nameof(Version));
        return page;
    }
}
