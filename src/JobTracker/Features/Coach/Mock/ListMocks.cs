using JobTracker.Data;
using JobTracker.Features.Interviews;
using JobTracker.Kernel;
using Microsoft.EntityFrameworkCore;

namespace JobTracker.Features.Coach.Mock;

/// <summary>Somebody's mock interviews, the newest first, with how each went.</summary>
public sealed class ListMocks(JobTrackerDb db)
{
    /// <summary>What is looked at when somebody wants to see progress.</summary>
    private const int Most = 50;

    /// <param name="Average">Of all scores, from 1 to 5; null when nothing was scored.</param>
    public sealed record Row(
        Guid Id,
        Guid ApplicationId,
        string Company,
        string Position,
        InterviewType Type,
        DateTimeOffset StartedAt,
        bool IsFinished,
        int Answered,
        int Questions,
        double? Average
    );

    public async Task<IReadOnlyList<Row>> RunAsync(UserId owner, Guid? applicationId, CancellationToken cancel)
    {
        var rows = db.MockInterviews.OwnedBy(owner).AsNoTracking();
        if (applicationId is { } application)
            rows = rows.Where(row => row.ApplicationId == application);
        var mocks = await rows.OrderByDescending(row => row.StartedAt)
            .ThenByDescending(row => row.Id)
            .Take(Most)
            .Select(row => new
            {
                Row = row,
                row.Application!.Company,
                row.Application.Position,
            })
            .ToListAsync(cancel);
        var ids = mocks.ConvertAll(mock => mock.Row.Id);
        var questions = (
            await db
                .MockQuestions.OwnedBy(owner)
                .AsNoTracking()
                .Where(row => ids.Contains(row.MockId) && row.Answer != null)
                .OrderBy(row => row.Number)
                .ToListAsync(cancel)
        ).ToLookup(row => row.MockId);
        return
        [
            .. mocks.Select(mock => new Row(
                mock.Row.Id,
                mock.Row.ApplicationId,
                mock.Company,
                mock.Position,
                mock.Row.Type,
                mock.Row.StartedAt,
                mock.Row.FinishedAt is not null,
                questions[mock.Row.Id].Count(row => !row.IsFollowUp),
                mock.Row.Questions,
                new MockReport([.. questions[mock.Row.Id]]).Average
            )),
        ];
    }
}
