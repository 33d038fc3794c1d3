using JobTracker.Data;
using JobTracker.Features.Applications;
using JobTracker.Features.Coach.Context;
using JobTracker.Features.Coach.Providers;
using JobTracker.Features.Coach.Structured;
using JobTracker.Kernel;
using Microsoft.EntityFrameworkCore;

namespace JobTracker.Features.Coach.Questions;

/// <summary>
/// Makes an application's questions from what the coach knows of it. As long as that has not changed, asking again costs nothing. Made anew,
/// they replace the earlier ones that the person has not touched.
/// </summary>
public sealed class MakeQuestions(JobTrackerDb db, PackContext pack, AskForJson ask, TimeProvider clock)
{
    public async Task<Outcome<IReadOnlyList<QuestionRow>>> RunAsync(UserId owner, Guid applicationId, CancellationToken cancel)
    {
        if (await pack.RunAsync(owner, applicationId, excluded: [], turns: [], summary: null, cancel) is not { } context)
            return new NotFound();
        var known = await db.QuestionsAsync(owner, applicationId, cancel);
        if (known.Any(row => row.MadeFrom == context.Hash))
            return known.ConvertAll(QuestionRow.Of);

        var locale = await db.Accounts.OwnedBy(owner).Select(account => account.Locale).SingleAsync(cancel);
        var question = new AskForJson.Question<IReadOnlyList<MadeQuestion>>(
            QuestionWords.Ask(locale),
            MadeQuestion.Schema,
            QuestionWords.Repair(locale),
            MadeQuestion.Read
        );
        return await ask.RunAsync(owner, applicationId, question, cancel) switch
        {
            Done<AskForJson.Reply<IReadOnlyList<MadeQuestion>>> { Value.Value: { } made } => await KeepAsync(
                owner,
                applicationId,
                made,
                context.Hash,
                cancel
            ),
            Failed<AskForJson.Reply<IReadOnlyList<MadeQuestion>>> { Failure: var failure } => failure,
            _ => new AiTrouble(AiCodes.Interrupted),
        };
    }

    private async Task<Outcome<IReadOnlyList<QuestionRow>>> KeepAsync(
        UserId owner,
        Guid applicationId,
        IReadOnlyList<MadeQuestion> made,
        string context,
        CancellationToken cancel
    )
    {
        await using var work = await Work.BeginAsync(db, cancel);
        if (await db.LockAsync(owner, applicationId, cancel) is null)
            return new NotFound();
        var known = await db.QuestionsAsync(owner, applicationId, cancel);
        // Two tabs asked at once: the first to come back has made them.
        if (known.Any(row => row.MadeFrom == context))
            return known.ConvertAll(QuestionRow.Of);
        var replaced = known.Where(row => row.MadeFrom is not null && !row.IsEdited).ToList();
        db.RemoveRange(replaced);
        var kept = known.Except(replaced).Select(row => Folding.Fold(row.Text)).ToList();
        foreach (var one in made)
        {
            var folded = Folding.Fold(one.Text);
            if (kept.Exists(other => Likeness.AreNearlyEqual(other, folded)))
                continue;
            kept.Add(folded);
            db.Add(PreparedQuestion.Make(owner, applicationId, one, context, clock.Now()));
        }
        await db.SaveChangesAsync(cancel);
        await work.CommitAsync(cancel);
        return (await db.QuestionsAsync(owner, applicationId, cancel)).ConvertAll(QuestionRow.Of);
    }
}
