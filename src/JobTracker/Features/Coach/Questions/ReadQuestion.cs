using JobTracker.Data;
using JobTracker.Kernel;
using Microsoft.EntityFrameworkCore;

namespace JobTracker.Features.Coach.Questions;

/// <summary>One question.</summary>
public sealed class ReadQuestion(JobTrackerDb db)
{
    public async Task<Outcome<QuestionRow>> RunAsync(UserId owner, Guid id, CancellationToken cancel) =>
        await db.PreparedQuestions.OwnedBy(owner).Where(row => row.Id == id).Select(QuestionRow.From).SingleOrDefaultAsync(cancel)
            is { } question
            ? question
            : new NotFound();
}
