using JobTracker.Data;
using JobTracker.Kernel;

namespace JobTracker.Features.Coach.Mock;

/// <summary>Asks what the coach would ask next about an answer. There is one follow-up to a question; asking twice asks the same.</summary>
public sealed class AskFollowUp(JobTrackerDb db, TimeProvider clock)
{
    public async Task<Outcome<Nothing>> RunAsync(UserId owner, Guid mockId, Guid questionId, CancellationToken cancel)
    {
        await using var work = await Work.BeginAsync(db, cancel);
        if (await db.LockMockAsync(owner, mockId, cancel) is not { FinishedAt: null })
            return new NotFound();
        var questions = await db.QuestionsOfAsync(owner, mockId, cancel);
        if (questions.Find(row => row.Id == questionId) is not { IsFollowUp: false, Feedback: { } feedback } question)
            return new NotFound();
        if (questions.Exists(row => row.Number == question.Number && row.IsFollowUp))
            return Nothing.Value;
        db.Add(MockQuestion.Ask(owner, mockId, question.Number, feedback.FollowUp, isFollowUp: true, clock.Now()));
        await db.SaveChangesAsync(cancel);
        await work.CommitAsync(cancel);
        return Nothing.Value;
    }
}
