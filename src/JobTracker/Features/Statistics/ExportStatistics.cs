using System.Globalization;
using JobTracker.Features.Shared.Spreadsheets;
using JobTracker.Kernel;
using Microsoft.Extensions.Localization;
using Column = JobTracker.Features.Shared.Spreadsheets.WorkbookWriter.Column;

namespace JobTracker.Features.Statistics;

/// <summary>The figures of a period as a workbook with a sheet for each, in the reader's language.</summary>
public sealed class ExportStatistics(ReadOverview overviews, IStringLocalizer<Texts> t)
{
    private const int Wide = 34;
    private const int Usual = 16;

    /// <param name="Content">At its beginning.</param>
    public sealed record Workbook(string Name, string MediaType, Stream Content);

    public async Task<Outcome<Workbook>> RunAsync(UserId owner, ReadOverview.Input input, CancellationToken cancel)
    {
        var read = await overviews.RunAsync(owner, input, cancel);
        if (read is not Done<Overview> { Value: var overview })
            return ((Failed<Overview>)read).Failure;
        return new Workbook(
            string.Create(CultureInfo.InvariantCulture, $"jobtracker-statistics-{overview.Today:yyyy-MM-dd}.xlsx"),
            WorkbookWriter.MediaType,
            await WriteAsync(overview, cancel)
        );
    }

    private async Task<MemoryStream> WriteAsync(Overview overview, CancellationToken cancel)
    {
        var content = new MemoryStream();
        await using (var workbook = new WorkbookWriter(content))
        {
            await workbook.AddAsync(
                t["Overview"],
                [new(t["Figure"], Wide), new(t["Value"], Usual), new(t["Out of"], Usual), new(t["Period before"], Usual)],
                Numbers(overview),
                cancel
            );
            await workbook.AddAsync(
                t["Over time"],
                [new(t["From"], Usual), new(t["Applications"], Usual), new(t["Running total"], Usual)],
                overview.Timeline.Select(point => (Cell[])[Cell.Of(point.Date), Cell.Of(point.Count), Cell.Of(point.Cumulative)]),
                cancel
            );
            await workbook.AddAsync(t["By status"], Shared(t["Status"]), overview.ByStatus.Select(Row), cancel);
            await workbook.AddAsync(t["By contract"], Shared(t["Contract"]), overview.ByType.Select(Row), cancel);
            await workbook.AddAsync(
                t["By channel"],
                [.. Shared(t["Channel"]), new(t["Answered"], Usual), new(t["Response rate"], Usual), new(t["Out of"], Usual)],
                overview.ByMethod.Select(Row),
                cancel
            );
            await workbook.AddAsync(
                t["Funnel"],
                [new(t["Stage"], Wide), new(t["Applications"], Usual), new(t["Of the stage before"], Usual)],
                overview.Funnel.Select(stage =>
                    (Cell[])[Cell.Of(stage.Label), Cell.Of(stage.Reached), Cell.Percent(stage.RateFromPrevious?.Value)]
                ),
                cancel
            );
            await workbook.EndAsync(cancel);
        }
        content.Position = 0;
        return content;
    }

    private Column[] Shared(string name) => [new(name, Wide), new(t["Applications"], Usual), new(t["Share"], Usual)];

    private static Cell[] Row(Share share) => [Cell.Of(share.Label), Cell.Of(share.Count), Cell.Percent(share.Value)];

    private static Cell[] Row(MethodShare share) =>
        [
            Cell.Of(share.Label),
            Cell.Of(share.Count),
            Cell.Percent(share.Value),
            Cell.Of(share.Responded),
            Cell.Percent(share.ResponseRate.Value),
            Cell.Of(share.ResponseRate.N),
        ];

    private IEnumerable<Cell[]> Numbers(Overview overview)
    {
        var (now, before, times) = (overview.Dashboard, overview.Previous, overview.ResponseRate);
        yield return [Cell.Of(t["Applied from"]), Cell.Of(overview.Period.From), default, Cell.Of(overview.Period.Before?.From)];
        yield return [Cell.Of(t["Applied until"]), Cell.Of(overview.Period.To), default, Cell.Of(overview.Period.Before?.To)];
        yield return Count(t["Applications"], numbers => numbers.Total);
        yield return Count(t["Drafts"], numbers => numbers.Drafts);
        yield return Count(t["Sent"], numbers => numbers.Applied);
        yield return Count(t["Sent in the last 30 days"], numbers => numbers.Last30Days);
        yield return Count(t["With an interview"], numbers => numbers.WithInterview);
        yield return Count(t["With an offer"], numbers => numbers.Offers);
        yield return Count(t["Favourites"], numbers => numbers.Favorites);
        yield return Count(t["Without an answer so far"], numbers => numbers.Pending);
        yield return Count(t["Under way or accepted"], numbers => numbers.Positive);
        yield return Count(t["Rejected"], numbers => numbers.Negative);
        yield return Count(t["No response"], numbers => numbers.NoResponse);
        yield return Count(t["Withdrawn"], numbers => numbers.Cancelled);
        yield return Part(t["Response rate"], numbers => numbers.ResponseRate);
        yield return Part(t["Interview rate"], numbers => numbers.InterviewRate);
        yield return Part(t["Offer rate"], numbers => numbers.OfferRate);
        yield return [Cell.Of(t["Days to the answer, median"]), Cell.Tenths(times.MedianDays), Cell.Of(times.Timed)];
        yield return [Cell.Of(t["Days to answer, 9 in 10 within"]), Cell.Tenths(times.P90Days), Cell.Of(times.Timed)];

        Cell[] Count(string name, Func<Dashboard, int> count) =>
            [Cell.Of(name), Cell.Of(count(now)), default, Cell.Of(before is null ? null : count(before))];

        Cell[] Part(string name, Func<Dashboard, Rate> rate) =>
            [Cell.Of(name), Cell.Percent(rate(now).Value), Cell.Of(rate(now).N), Cell.Percent(before is null ? null : rate(before).Value)];
    }
}
