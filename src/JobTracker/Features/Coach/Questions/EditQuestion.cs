using JobTracker.Data;
using JobTracker.Kernel;

namespace JobTracker.Features.Coach.Questions;

/// <summary>Changes a question, which then is the person's own.</summary>
public sealed class EditQuestion(JobTrackerDb db, QuestionFacts.Rules rules, TimeProvider clock)
{
    /// <param name="owner">Whose.</param>
    /// <param name="id">Which.</param>
    /// <param name="change">From the fields as they stand to the fields as wanted; runs while the row is locked.</param>
    /// <param name="ifVersion">What the caller last saw; null lets the last write win.</param>
    /// <param name="cancel">Stops the work; nothing is changed then.</param>
    public async Task<Outcome<QuestionRow>> RunAsync(
        UserId owner,
        Guid id,
        Func<QuestionFacts, Outcome<QuestionFacts>> change,
        int? ifVersion,
        CancellationToken cancel
    )
    {
        await using var work = await Work.BeginAsync(db, cancel);
        if (await db.LockQuestionAsync(owner, id, cancel) is not { } question)
            return new NotFound();
        if (ifVersion is { } seen && seen != question.Version)
            return new Stale(QuestionRow.Of(question));
        var wanted = change(question.Facts());
        if (wanted is not Done<QuestionFacts> { Value: var input })
            return ((Failed<QuestionFacts>)wanted).Failure;
        var facts = input.Tidied();
        if (rules.Check(facts) is { } refused)
            return refused;
        if (facts.ApplicationId != question.ApplicationId)
            return new NotFound();
        question.Take(facts, clock.Now());
        await db.SaveChangesAsync(cancel);
        await work.CommitAsync(cancel);
        return QuestionRow.Of(question);
    }
}
