using JobTracker.Features.Applications;
using JobTracker.Features.Shared;
using JobTracker.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace JobTracker.Features.Coach.Mock;

/// <summary>All mock interviews, and how the scores went from one to the next.</summary>
public sealed class IndexModel(ListMocks list, CurrentUser user, IStringLocalizer<Texts> t) : PageModel
{
    private const int MostInChart = 12;

    [FromQuery(Name = "application")]
    public Guid? Application { get; set; }

    public IReadOnlyList<ListMocks.Row> Rows { get; private set; } = [];
    public DateOnly Today => user.Today;

    /// <summary>Null as long as there is nothing to compare.</summary>
    public ScoreChart? Progress
    {
        get
        {
            var scored = Rows.Where(row => row is { IsFinished: true, Average: not null }).Take(MostInChart).Reverse().ToList();
            return scored.Count < 2
                ? null
                : new ScoreChart(
                    t["Average score of each mock interview"],
                    [.. scored.Select(row => Days.Plain(DayOf(row)))],
                    [new ScoreChart.Line(t["Average"], "relevance", [.. scored.Select(row => row.Average)])]
                );
        }
    }

    public async Task OnGetAsync(CancellationToken cancel) => Rows = await list.RunAsync(user.Id, Application, cancel);

    public DateOnly DayOf(ListMocks.Row row) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(row.StartedAt, user.Zone).DateTime);
}
