using JobTracker.Data;
using JobTracker.Features.Applications;
using JobTracker.Features.Coach.Conversations;
using JobTracker.Features.Coach.Providers;
using JobTracker.Features.Coach.Structured;
using JobTracker.Features.Interviews;
using JobTracker.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Localization;

namespace JobTracker.Features.Coach.Mock;

/// <summary>Starts a mock interview: the coach thinks of its questions once, at the beginning, so that none has to be waited for later.</summary>
public sealed class StartMock(JobTrackerDb db, MockFacts.Rules rules, AskForJson ask, TimeProvider clock, IStringLocalizer<Texts> t)
{
    /// <summary>Gives its id.</summary>
    public async Task<Outcome<Guid>> RunAsync(UserId owner, MockFacts facts, CancellationToken cancel)
    {
        if (rules.Check(facts) is { } refused)
            return refused;
        var question = new AskForJson.Question<IReadOnlyList<string>>(
            [new Context.Turn(ChatRole.User, MockWords.Questions(facts))],
            GivenQuestions.Schema(facts.Questions),
            MockWords.Repair(facts.Language!),
            text => GivenQuestions.Read(text, facts.Questions)
        );
        return await ask.RunAsync(owner, facts.ApplicationId!.Value, question, cancel) switch
        {
            Done<AskForJson.Reply<IReadOnlyList<string>>> { Value.Value: { } questions } => await KeepAsync(
                owner,
                facts,
                questions,
                cancel
            ),
            Failed<AskForJson.Reply<IReadOnlyList<string>>> { Failure: var failure } => failure,
            _ => new AiTrouble(AiCodes.Interrupted),
        };
    }

    /// <summary>The same questions once more. The model is not asked for them.</summary>
    public async Task<Outcome<Guid>> AgainAsync(UserId owner, Guid id, CancellationToken cancel)
    {
        var mock = await db.MockInterviews.OwnedBy(owner).AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancel);
        if (mock is null)
            return new NotFound();
        var facts = new MockFacts
        {
            ApplicationId = mock.ApplicationId,
            Type = mock.Type,
            Language = mock.Language,
            Difficulty = mock.Difficulty,
            Questions = mock.Questions,
        };
        var questions = await db.QuestionsOfAsync(owner, id, cancel);
        return await KeepAsync(owner, facts, [.. questions.Where(row => !row.IsFollowUp).Select(row => row.Text)], cancel);
    }

    private async Task<Outcome<Guid>> KeepAsync(UserId owner, MockFacts facts, IReadOnlyList<string> questions, CancellationToken cancel)
    {
        await using var work = await Work.BeginAsync(db, cancel);
        var application = facts.ApplicationId!.Value;
        if (await db.LockAsync(owner, application, cancel) is null)
            return new NotFound();
        var now = clock.Now();
        var title = t["Mock interview: {0}", InterviewLabels.Of(facts.Type, t)].Value;
        var conversation = Conversation.Start(owner, application, ConversationMode.Mock, title, now);
        db.Add(conversation);
        db.Add(MockInterview.Start(owner, conversation.Id, facts, questions.Count, now));
        foreach (var (text, at) in questions.Select((text, at) => (text, at)))
            db.Add(MockQuestion.Ask(owner, conversation.Id, at + 1, text, isFollowUp: false, now));
        await db.SaveChangesAsync(cancel);
        await work.CommitAsync(cancel);
        return conversation.Id;
    }
}
