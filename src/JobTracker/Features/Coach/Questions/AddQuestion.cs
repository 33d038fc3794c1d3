using JobTracker.Data;
using JobTracker.Features.Applications;
using JobTracker.Kernel;
using Microsoft.Extensions.Localization;

namespace JobTracker.Features.Coach.Questions;

/// <summary>Adds a question of the person's own.</summary>
public sealed class AddQuestion(JobTrackerDb db, QuestionFacts.Rules rules, TimeProvider clock, IStringLocalizer<Texts> t)
{
    /// <summary>Nobody prepares for more.</summary>
    public const int Most = 100;

    public async Task<Outcome<QuestionRow>> RunAsync(UserId owner, QuestionFacts input, CancellationToken cancel)
    {
        var facts = input.Tidied();
        if (rules.Check(facts) is { } refused)
            return refused;
        await using var work = await Work.BeginAsync(db, cancel);
        var application = facts.ApplicationId!.Value;
        if (await db.LockAsync(owner, application, cancel) is null)
            return new NotFound();
        var known = await db.QuestionsAsync(owner, application, cancel);
        var folded = Folding.Fold(facts.Text);
        if (known.Find(row => Likeness.AreNearlyEqual(Folding.Fold(row.Text), folded)) is { } twin)
            return new Refused(nameof(facts.Text), t["There is already a question like this: “{0}”", twin.Text]);
        if (known.Count >= Most)
            return new Refused(nameof(facts.Text), t["Keep at most {0} questions.", Most]);
        var question = PreparedQuestion.Create(owner, facts, clock.Now());
        db.Add(question);
        await db.SaveChangesAsync(cancel);
        await work.CommitAsync(cancel);
        return QuestionRow.Of(question);
    }
}
