using JobTracker.Features.Accounts;
using JobTracker.Features.Shared;
using JobTracker.Features.Transfer.Import.Mapping;
using JobTracker.Features.Transfer.Import.Uploads;
using JobTracker.Kernel;
using JobTracker.Web;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace JobTracker.Features.Transfer.Import;

/// <summary>A file that was sent in: what would come of it, how far it is, what came of it.</summary>
[FreshSignIn]
[RequestTimeout(Transfers.Policy)]
public sealed class JobModel(
    ReadUpload read,
    PreviewUpload preview,
    StartImport start,
    CancelImport cancelImport,
    OwnHosts hosts,
    CurrentUser user,
    IStringLocalizer<Texts> t
) : PageModel
{
    [BindProperty]
    public Choices Input { get; set; } = new();

    public sealed record Choices
    {
        public bool SkipErrors { get; init; }
        public bool FitQuota { get; init; }
        public bool TakeProfile { get; init; }
    }

    public ReadUpload.Row Upload { get; private set; } = null!;

    /// <summary>Null where the file is being imported or was, or cannot be read.</summary>
    public PreviewUpload.Seen? Seen { get; private set; }

    /// <summary>Why the file cannot be read.</summary>
    public string? Refusal { get; private set; }

    /// <summary>What the person said of the columns of an unknown table; null when nothing was said yet.</summary>
    public TableMapping? Said { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        Said = MappingForm.Read(name => Request.Query[name]);
        var shown = await ShowAsync(id, Page(), cancel);
        // Once it is over the counts beside the page are others too.
        return shown is PageResult && IsFollowing && Upload is not { State: UploadState.Running, IsBrokenOff: false }
            ? this.ReadAgain()
            : shown;
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel)
    {
        Said = MappingForm.Read(name => Request.Form[name]);
        if (await ShowAsync(id, Page(), cancel) is NotFoundResult missing)
            return missing;
        if (Seen?.Plan is not { } plan)
            return Page();
        if (Objection(plan) is { } objection)
        {
            ModelState.AddModelError("", objection);
            return new PageResult { StatusCode = StatusCodes.Status400BadRequest };
        }
        var choices = new ImportChoices
        {
            SkipErrors = Input.SkipErrors,
            FitQuota = Input.FitQuota,
            TakeProfile = Input.TakeProfile,
        };
        var begun = await start.RunAsync(user.Id, id, Said, choices, hosts.All, plan.Report.WouldAdd, cancel);
        return begun.ToPage(this, _ => LocalRedirect($"~/settings/import/{id}"));
    }

    public async Task<IActionResult> OnPostCancelAsync(Guid id, CancellationToken cancel) =>
        (await cancelImport.RunAsync(user.Id, id, cancel)).ToPage(
            this,
            _ =>
            {
                this.Flash(t["The file is forgotten, and nothing was added."]);
                return LocalRedirect("~/settings/import");
            }
        );

    /// <summary>True for the question of a page that shows the work in progress.</summary>
    private bool IsFollowing => Request.IsSwapping() && Request.Headers["HX-Trigger"] == "running";

    /// <summary>What has to be agreed to first.</summary>
    private string? Objection(ImportPlan plan) =>
        plan.Report.ErrorCount > 0 && !Input.SkipErrors
            ? t["Say that the rows with errors shall be left out, or correct them in the file."].Value
        : plan.Over > 0 && !Input.FitQuota ? t["There is no place for all of them. Say that as many as fit shall be added."].Value
        : null;

    private async Task<IActionResult> ShowAsync(Guid id, PageResult page, CancellationToken cancel)
    {
        if (await read.RunAsync(user.Id, id, cancel) is not Done<ReadUpload.Row> { Value: var upload })
            return NotFound();
        Upload = upload;
        if (upload.State is UploadState.Done || upload is { State: UploadState.Running, IsBrokenOff: false })
            return page;
        switch (await preview.RunAsync(user.Id, id, Said, hosts.All, cancel))
        {
            case Done<PreviewUpload.Seen> { Value: var seen }:
                Seen = seen;
                return page;
            case Failed<PreviewUpload.Seen> { Failure: Refused refused }:
                Refusal = string.Join(' ', refused.Errors.Values.SelectMany(messages => messages));
                return page;
            case Failed<PreviewUpload.Seen> { Failure: TooMany }:
                Refusal = t["The site is busy with other files. Look again in a moment."];
                return page;
            default:
                return NotFound();
        }
    }
}
