using JobTracker.Data;
using JobTracker.Kernel;
using Microsoft.EntityFrameworkCore;

namespace JobTracker.Features.Coach.Questions;

/// <summary>The questions of one application.</summary>
public sealed class ListQuestions(JobTrackerDb db)
{
    public async Task<Outcome<Page<QuestionRow>>> RunAsync(UserId owner, Guid applicationId, CancellationToken cancel) =>
        await db.Applications.OwnedBy(owner).AnyAsync(row => row.Id == applicationId, cancel)
            ? new Page<QuestionRow>((await db.QuestionsAsync(owner, applicationId, cancel)).ConvertAll(QuestionRow.Of))
            : new NotFound();
}
