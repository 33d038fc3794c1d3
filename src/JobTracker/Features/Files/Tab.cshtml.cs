using JobTracker.Features.Applications;
using JobTracker.Features.Quotas;
using JobTracker.Features.Shared;
using JobTracker.Kernel;
using JobTracker.Web;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace JobTracker.Features.Files;

/// <summary>The documents of one application, and the form for one more.</summary>
[TakesFile]
[RequestTimeout(Transfers.Policy)]
public sealed class TabModel(
    ReadHead readHead,
    ListFiles list,
    AddFile add,
    DeleteFile delete,
    IOptionsMonitor<QuotasOptions> quotas,
    CurrentUser user,
    IStringLocalizer<Texts> t
) : PageModel
{
    public sealed record Form
    {
        public IFormFile? File { get; init; }
    }

    [BindProperty]
    public Form Input { get; set; } = new();

    public ApplicationHead Head { get; private set; } = null!;
    public ListFiles.Shelf Shelf { get; private set; } = null!;
    public DateOnly Today => user.Today;

    /// <summary>The most bytes that one file may have.</summary>
    public int Most => quotas.CurrentValue.FileBytes;

    public DateOnly AddedOn(FileRow row) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(row.CreatedAt, user.Zone).DateTime);

    public Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel) => ShowAsync(id, Page(), cancel);

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel)
    {
        if (Input.File is not { } sent)
        {
            ModelState.AddModelError("Input.File", t["Choose a file."]);
            return await ShowAsync(id, new PageResult { StatusCode = StatusCodes.Status400BadRequest }, cancel);
        }
        await using var content = sent.OpenReadStream();
        var outcome = await add.RunAsync(user.Id, id, sent.FileName, content, cancel);
        var result = outcome.ToPage(this, Added);
        if (outcome is Failed<FileRow> { Failure: OverQuota over })
            ModelState.AddModelError("Input.File", t["There is room for {0} more. Delete a file first.", Left(over)]);
        return result is PageResult again ? await ShowAsync(id, again, cancel) : result;
    }

    public async Task<IActionResult> OnPostDeleteAsync(Guid id, Guid file, CancellationToken cancel)
    {
        if (await readHead.RunAsync(user.Id, id, cancel) is not Done<ApplicationHead>)
            return NotFound();
        return (await delete.RunAsync(user.Id, file, cancel)).ToPage(this, _ => Told(t["The file was deleted."], id));
    }

    private string Left(OverQuota over) => FileSize.Of(Math.Max(0, over.Limit - over.Used), t);

    private LocalRedirectResult Added(FileRow row) => Told(t["{0} is kept.", row.Name], row.ApplicationId);

    private LocalRedirectResult Told(string text, Guid id)
    {
        this.Flash(text);
        return LocalRedirect($"~/applications/{id}/files");
    }

    private async Task<IActionResult> ShowAsync(Guid id, PageResult page, CancellationToken cancel)
    {
        if (
            await readHead.RunAsync(user.Id, id, cancel) is not Done<ApplicationHead> { Value: var head }
            || await list.ShelfAsync(user.Id, id, cancel) is not { } shelf
        )
            return NotFound();
        (Head, Shelf) = (head, shelf);
        return page;
    }
}
