using JobTracker.Features.Accounts;
using JobTracker.Features.Transfer.Export;
using JobTracker.Kernel;
using JobTracker.Web;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace JobTracker.Features.Transfer;

/// <summary>Getting things in and out: what there is, each file that it can be taken away in, and the way to the import.</summary>
[FreshSignIn]
[RequestTimeout(Transfers.Policy)]
public sealed class DataModel(CountHoldings count, CurrentUser user) : PageModel
{
    public CountHoldings.Holdings Holdings { get; private set; } = null!;

    /// <summary>An export that finds no place comes back to this page.</summary>
    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        Holdings = await count.RunAsync(user.Id, HttpContext.RequestAborted);
        await next();
    }

    public async Task<IActionResult> OnPostJsonAsync([FromServices] ExportJson export, CancellationToken cancel) =>
        Answer(await export.RunAsync(user.Id, Device, cancel));

    public async Task<IActionResult> OnPostCsvAsync([FromServices] ExportCsv export, CancellationToken cancel) =>
        Answer(await export.RunAsync(user.Id, Device, cancel));

    public async Task<IActionResult> OnPostExcelAsync([FromServices] ExportExcel export, CancellationToken cancel) =>
        Answer(await export.RunAsync(user.Id, Device, cancel));

    private string Device => DeviceLabel.Of(Request.Headers.UserAgent);

    private IActionResult Answer(Outcome<Download> outcome) => outcome.ToPage(this, download => new DownloadAnswer(download));
}
