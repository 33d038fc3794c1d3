using JobTracker.Features.Applications;
using JobTracker.Features.Deliverables;
using JobTracker.Features.Shared;
using JobTracker.Kernel;
using JobTracker.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace JobTracker.Features.Today;

/// <summary>What can be done on the home page: add an application in one line, and settle what has had no answer.</summary>
public sealed class IndexModel(
    ComposeToday compose,
    AddApplication add,
    FollowUp followUp,
    TickDeliverable tick,
    CurrentUser user,
    IStringLocalizer<Texts> t
) : PageModel
{
    private const int LongestLine = 3000;

    public TodayView View { get; private set; } = null!;

    public IActionResult OnGet() => LocalRedirect("~/");

    public async Task<IActionResult> OnPostAddAsync(string? line, CancellationToken cancel)
    {
        if (line?.Length > LongestLine || QuickLine.Read(line) is not { } facts)
        {
            ModelState.AddModelError("Line", t["Write the company and the position with a comma between them."]);
            return await AgainAsync(line, StatusCodes.Status400BadRequest, cancel);
        }
        switch (await add.RunAsync(user.Id, facts, cancel))
        {
            case Done<AddedApplication> { Value: var row }:
                this.Flash(
                    t["{0} was added.", row.Company],
                    new FlashUndo(Url.Page("/Applications/Details", "Delete", new { id = row.Id, version = row.Version })!, t["Undo"]),
                    new FlashLink(Url.Content($"~/applications/{row.Id}"), t["Open"])
                );
                return LocalRedirect("~/");
            case Failed<AddedApplication> { Failure: OverQuota over }:
                ModelState.AddModelError("Line", t["There is no free place: you have {0} of {1} applications.", over.Used, over.Limit]);
                return await AgainAsync(line, StatusCodes.Status403Forbidden, cancel);
            case Failed<AddedApplication> { Failure: Refused refused }:
                foreach (var message in refused.Errors.Values.SelectMany(messages => messages))
                    ModelState.AddModelError("Line", message);
                return await AgainAsync(line, StatusCodes.Status400BadRequest, cancel);
            default:
                return LocalRedirect("~/account/sign-in");
        }
    }

    public async Task<IActionResult> OnPostFollowUpAsync(Guid id, int? version, int? days, CancellationToken cancel)
    {
        var input = days is null ? new FollowUp.Input { Done = true } : new FollowUp.Input { Days = days };
        switch (ModelState.IsValid ? await followUp.RunAsync(user.Id, id, input, version, cancel) : new NotFound())
        {
            case Done<ApplicationDetails> { Value: var row }:
                this.Flash(
                    row.FollowUpOn is { } day
                        ? t["{0} comes back here on {1}.", row.Company, Days.WithWeekday(day, user.Today)]
                        : t["Saved."]
                );
                return LocalRedirect("~/");
            case Failed<ApplicationDetails> { Failure: Stale }:
                this.Flash(t["It was changed elsewhere in the meantime. This is how it stands now."]);
                return LocalRedirect("~/");
            case Failed<ApplicationDetails> { Failure: Refused refused }:
                this.Flash(refused.Errors.Values.First()[0]);
                return LocalRedirect("~/");
            default:
                return NotFound();
        }
    }

    public async Task<IActionResult> OnPostTickAsync(Guid deliverable, Word<DeliverableState>? to, CancellationToken cancel)
    {
        if (to is not { } wanted)
            return BadRequest();
        return (await tick.RunAsync(user.Id, deliverable, wanted.Value, cancel)).ToPage(
            this,
            answer =>
            {
                this.Tell(answer, state => Url.Page("Index", "Tick", new { deliverable, to = Wire.Name(state) })!, t);
                return LocalRedirect("~/");
            }
        );
    }

    private async Task<IActionResult> AgainAsync(string? line, int status, CancellationToken cancel)
    {
        View = await compose.RunAsync(line, cancel);
        return new PageResult { StatusCode = status };
    }
}
