using JobTracker.Data;
using JobTracker.Kernel;
using Microsoft.EntityFrameworkCore;

namespace JobTracker.Features.Coach.Mock;

/// <summary>One mock interview with all that was asked and answered.</summary>
public sealed class ReadMock(JobTrackerDb db)
{
    /// <param name="Row">The interview.</param>
    /// <param name="Company">Of its application.</param>
    /// <param name="Position">Of its application.</param>
    /// <param name="Questions">In order, each follow-up behind its question.</param>
    public sealed record Answer(MockInterview Row, string Company, string Position, IReadOnlyList<MockQuestion> Questions)
    {
        /// <summary>The one to answer next; null when all have been answered.</summary>
        public MockQuestion? Next => Questions.FirstOrDefault(question => question.Answer is null);

        public MockReport Report => new(Questions);
    }

    public async Task<Outcome<Answer>> RunAsync(UserId owner, Guid id, CancellationToken cancel)
    {
        var found = await db
            .MockInterviews.OwnedBy(owner)
            .AsNoTracking()
            .Where(row => row.Id == id)
            .Select(row => new
            {
                Row = row,
                row.Application!.Company,
                row.Application.Position,
            })
            .SingleOrDefaultAsync(cancel);
        return found is null
            ? new NotFound()
            : new Answer(found.Row, found.Company, found.Position, await db.QuestionsOfAsync(owner, id, cancel));
    }
}
