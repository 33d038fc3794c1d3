using FluentValidation;
using JobTracker.Data;
using JobTracker.Features.Coach.Context;
using JobTracker.Features.Coach.Structured;
using JobTracker.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Localization;

namespace JobTracker.Features.Coach.Mock;

/// <summary>
/// Takes an answer and asks for feedback on it. The answer is stored first, whatever becomes of the feedback; of several requests at once one
/// asks, and the others find that somebody waits already.
/// </summary>
public sealed class AnswerQuestion(
    JobTrackerDb db,
    AnswerQuestion.Rules rules,
    AskForJson ask,
    TimeProvider clock,
    IStringLocalizer<Texts> t
)
{
    /// <summary>Longer than two answers of the model take; a process that died meanwhile holds nobody up for longer.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    public sealed record Input
    {
        public string? Answer { get; init; }

        /// <summary>How long the person took, where the page has measured it.</summary>
        public int? Seconds { get; init; }
    }

    public sealed class Rules : AbstractValidator<Input>
    {
        public Rules(IStringLocalizer<Texts> t) =>
            RuleFor(input => input.Answer).NotEmpty().WithMessage(_ => t["Write your answer."]).Text(MockQuestion.MostAnswer, t);
    }

    public async Task<Outcome<Nothing>> RunAsync(UserId owner, Guid mockId, Guid questionId, Input input, CancellationToken cancel)
    {
        var given = input with { Answer = Tidy.Block(input.Answer) };
        if (rules.Check(given) is { } refused)
            return refused;
        return await BeginAsync(owner, mockId, questionId, given, cancel);
    }

    /// <summary>Asks once more, for the answer as it stands.</summary>
    public Task<Outcome<Nothing>> AgainAsync(UserId owner, Guid mockId, Guid questionId, CancellationToken cancel) =>
        BeginAsync(owner, mockId, questionId, given: null, cancel);

    private async Task<Outcome<Nothing>> BeginAsync(UserId owner, Guid mockId, Guid questionId, Input? given, CancellationToken cancel)
    {
        MockInterview? mock;
        MockQuestion? question;
        await using (var work = await Work.BeginAsync(db, cancel))
        {
            mock = await db.LockMockAsync(owner, mockId, cancel);
            question = await db
                .MockQuestions.OwnedBy(owner)
                .SingleOrDefaultAsync(row => row.Id == questionId && row.MockId == mockId, cancel);
            if (mock is null || question is null)
                return new NotFound();
            if (mock.FinishedAt is not null)
                return new Conflict("conflict", t["This mock interview has ended. Start another to answer again."]);
            var now = clock.Now();
            var isNew = given is not null && given.Answer != question.Answer;
            if (isNew && question.IsBeingJudged(now))
                return new Conflict(
                    "conflict",
                    t["The coach is reading another answer of yours to this question. Wait for it, then send this one."]
                );
            if (question.IsBeingJudged(now) || (!isNew && (question.FeedbackJson is not null || (given is not null && question.IsJudged))))
                return Nothing.Value;
            if (given is not null)
                question.Take(given.Answer!, given.Seconds is >= 0 and <= MockQuestion.MostSeconds ? given.Seconds : null, now);
            if (question.Answer is null)
                return new NotFound();
            question.BeginJudging(now + Patience);
            await db.SaveChangesAsync(cancel);
            await work.CommitAsync(cancel);
        }
        return await JudgeAsync(owner, mock, question, cancel);
    }

    private async Task<Outcome<Nothing>> JudgeAsync(UserId owner, MockInterview mock, MockQuestion question, CancellationToken cancel)
    {
        try
        {
            var asked = new AskForJson.Question<Feedback>(
                [
                    new Turn(ChatRole.User, MockWords.Feedback(mock)),
                    new Turn(ChatRole.Assistant, question.Text),
                    new Turn(ChatRole.User, question.Answer!),
                ],
                Feedback.Schema,
                MockWords.Repair(mock.Language),
                text => FeedbackReading.Read(text, question.Answer!)
            );
            var outcome = await ask.RunAsync(owner, mock.ApplicationId, asked, cancel);
            if (outcome is not Done<AskForJson.Reply<Feedback>> { Value: var reply })
                return ((Failed<AskForJson.Reply<Feedback>>)outcome).Failure;
            if (reply.Value is { } feedback)
                question.Judge(feedback);
            else if (Plain.Text(reply.Text, MockQuestion.MostProse) is { Length: > 0 } prose)
                question.JudgeInProse(prose);
            return Nothing.Value;
        }
        finally
        {
            // Whoever asked may be gone by now, and what came is kept all the same.
            if (!question.IsJudged)
                question.StayUnjudged();
            await db.SaveChangesAsync(CancellationToken.None);
        }
    }
}
