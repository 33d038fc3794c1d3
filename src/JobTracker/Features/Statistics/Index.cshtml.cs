using JobTracker.Features.Shared;
using JobTracker.Features.Shared.Spreadsheets;
using JobTracker.Features.Statistics.Charts;
using JobTracker.Kernel;
using JobTracker.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace JobTracker.Features.Statistics;

/// <summary>Analytics: the numbers of a period, and its charts with their tables.</summary>
public sealed class IndexModel(
    ReadOverview read,
    ExportStatistics export,
    CurrentFrame currentFrame,
    CurrentUser user,
    IStringLocalizer<Texts> t
) : PageModel
{
    /// <summary>One of <see cref="PeriodChoice.All"/>; days that are given go before it.</summary>
    [FromQuery(Name = "period")]
    public string? Chosen { get; set; }

    [FromQuery(Name = "from")]
    public DateOnly? From { get; set; }

    [FromQuery(Name = "to")]
    public DateOnly? To { get; set; }

    public PeriodView Period { get; private set; } = null!;

    /// <summary>Null when the period cannot be read.</summary>
    public Overview? Overview { get; private set; }

    public IReadOnlyList<Number> Numbers { get; private set; } = [];
    public IReadOnlyList<Chart> Charts { get; private set; } = [];

    /// <summary>There is no application at all yet.</summary>
    public bool IsNew { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (Chosen is not null && PeriodChoice.All.All(choice => choice.Key != Chosen))
            return LocalRedirect("~/analytics");
        return await ReadAsync(
            overview =>
            {
                Overview = overview;
                Numbers = Number.Of(overview, t);
                Charts = AllCharts.Of(overview, t);
                return Page();
            },
            cancel
        );
    }

    /// <summary>The table behind one chart.</summary>
    public Task<IActionResult> OnGetCsvAsync(string? chart, CancellationToken cancel) =>
        ReadAsync(
            overview =>
                AllCharts.Of(overview, t).FirstOrDefault(one => one.Key == chart) is { } found
                    ? File(CsvTable.Write(found.Data), CsvFile.MediaType, $"{Period.FileName(found.Key)}.csv")
                    : NotFound(),
            cancel
        );

    /// <summary>All figures as a workbook.</summary>
    public async Task<IActionResult> OnGetExcelAsync(CancellationToken cancel)
    {
        await PrepareAsync(cancel);
        return ModelState.IsValid
            ? Answer(
                await export.RunAsync(user.Id, Input, cancel),
                workbook => File(workbook.Content, workbook.MediaType, $"{Period.FileName("statistics")}.xlsx")
            )
            : Again();
    }

    private ReadOverview.Input Input => new() { From = Period.Days.From, To = Period.Days.To };

    private async Task<IActionResult> ReadAsync(Func<Overview, IActionResult> done, CancellationToken cancel)
    {
        await PrepareAsync(cancel);
        return ModelState.IsValid ? Answer(await read.RunAsync(user.Id, Input, cancel), done) : Again();
    }

    private async Task PrepareAsync(CancellationToken cancel)
    {
        Period = PeriodView.Of(Chosen, From, To, isTyped: ModelState.ErrorCount > 0, user.Today);
        IsNew = (await currentFrame.ReadAsync(cancel))?.ApplicationsUsed is 0;
    }

    private IActionResult Answer<T>(Outcome<T> outcome, Func<T, IActionResult> done)
    {
        switch (outcome)
        {
            case Done<T> { Value: var value }:
                return done(value);
            case Failed<T> { Failure: Refused refused }:
                foreach (var (field, messages) in refused.Errors)
                    ModelState.AddModelError(field, messages[0]);
                return Again();
            default:
                return LocalRedirect("~/account/sign-in");
        }
    }

    private static PageResult Again() => new() { StatusCode = StatusCodes.Status400BadRequest };
}
