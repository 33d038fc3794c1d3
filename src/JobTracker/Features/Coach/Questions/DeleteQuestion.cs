using JobTracker.Data;
using JobTracker.Kernel;

namespace JobTracker.Features.Coach.Questions;

/// <summary>Deletes a question.</summary>
public sealed class DeleteQuestion(JobTrackerDb db)
{
    /// <summary>Gives the application that it belonged to.</summary>
    public async Task<Outcome<Guid>> RunAsync(UserId owner, Guid id, int? ifVersion, CancellationToken cancel)
    {
        await using var work = await Work.BeginAsync(db, cancel);
        if (await db.LockQuestionAsync(owner, id, cancel) is not { } question)
            return new NotFound();
        if (ifVersion is { } seen && seen != question.Version)
            return new Stale(QuestionRow.Of(question));
        db.Remove(question);
        await db.SaveChangesAsync(cancel);
        await work.CommitAsync(cancel);
        return question.ApplicationId;
    }
}
