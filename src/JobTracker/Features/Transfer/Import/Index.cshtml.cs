using JobTracker.Features.Accounts;
using JobTracker.Features.Shared;
using JobTracker.Features.Transfer.Import.Uploads;
using JobTracker.Web;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace JobTracker.Features.Transfer.Import;

/// <summary>Choosing a file to bring in.</summary>
[FreshSignIn]
[TakesFile(Most = TemporaryFile.Most)]
[RequestTimeout(Transfers.Policy)]
public sealed class IndexModel(KeepUpload keep, ReadUpload read, CurrentUser user, IStringLocalizer<Texts> t) : PageModel
{
    public sealed record Form
    {
        public IFormFile? File { get; init; }
    }

    [BindProperty]
    public Form Input { get; set; } = new();

    /// <summary>The file that was sent in last and is not forgotten yet.</summary>
    public Guid? Current { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel) => Current = await read.CurrentAsync(user.Id, cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        Current = await read.CurrentAsync(user.Id, cancel);
        if (Input.File is not { } sent)
        {
            ModelState.AddModelError("Input.File", t["Choose a file."]);
            return new PageResult { StatusCode = StatusCodes.Status400BadRequest };
        }
        await using var content = sent.OpenReadStream();
        var kept = await keep.RunAsync(user.Id, sent.FileName, sent.Length, content, cancel);
        return kept.ToPage(this, id => LocalRedirect($"~/settings/import/{id}"));
    }
}
