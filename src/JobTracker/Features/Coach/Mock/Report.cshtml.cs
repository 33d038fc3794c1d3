using JobTracker.Kernel;
using JobTracker.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace JobTracker.Features.Coach.Mock;

/// <summary>What came of a mock interview: scores, the best and the weakest answer, and the way back to each.</summary>
public sealed class ReportModel(ReadMock read, StartMock start, CurrentUser user, IStringLocalizer<Texts> t) : PageModel
{
    private static readonly MockReport.Dimension[] Dimensions = Enum.GetValues<MockReport.Dimension>();

    public ReadMock.Answer Mock { get; private set; } = null!;
    public MockReport Report => Mock.Report;
    public DateOnly Day => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(Mock.Row.StartedAt, user.Zone).DateTime);
    public DateOnly Today => user.Today;

    public ScoreChart Chart =>
        new(
            t["Scores by question"],
            [.. Report.Answers.Select(answer => Short(answer.Question))],
            [
                .. Dimensions.Select(dimension => new ScoreChart.Line(
                    MockLabels.Of(dimension, t),
                    Wire.Name(dimension),
                    [.. Report.Answers.Select(answer => (double?)MockReport.ScoreOf(answer.Feedback, dimension))]
                )),
            ]
        );

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (await read.RunAsync(user.Id, id, cancel) is not Done<ReadMock.Answer> { Value: var mock })
            return NotFound();
        Mock = mock;
        return Page();
    }

    public async Task<IActionResult> OnPostAgainAsync(Guid id, CancellationToken cancel) =>
        (await start.AgainAsync(user.Id, id, cancel)).ToPage(this, again => RedirectToPage("Run", new { id = again }));

    /// <summary>"3" and, behind it, "3+" for its follow-up.</summary>
    public static string Short(MockQuestion question) => question.IsFollowUp ? $"{question.Number}+" : $"{question.Number}";
}
