using JobTracker.Features.Interviews;
using Microsoft.Extensions.Localization;

namespace JobTracker.Features.Coach.Practice;

/// <summary>Questions that come up in interviews everywhere, chosen by hand: for practising without a model.</summary>
public sealed record PracticeQuestion(string Text, string Why)
{
    /// <summary>What is asked in interviews of this type; of the type "other", what to ask them.</summary>
    public static IReadOnlyList<PracticeQuestion> Of(InterviewType type, IStringLocalizer t) =>
        type switch
        {
            InterviewType.Hr => Hr(t),
            InterviewType.Technical => Technical(t),
            InterviewType.Manager => Manager(t),
            InterviewType.Final => Final(t),
            _ => ToAskThem(t),
        };

    /// <summary>What to do before any interview.</summary>
    public static IReadOnlyList<string> Checklist(IStringLocalizer t) =>
        [
            t["Read the posting once more and mark three demands"],
            t["Have one story ready for each of the three"],
            t["Look up who you will meet"],
            t["Say your introduction aloud, twice"],
            t["Write down three questions of your own"],
            t["Check the time, the zone and the link or the way"],
            t["Lay out CV, posting, paper and water"],
            t["Sleep, and be ten minutes early"],
        ];

    private static PracticeQuestion[] Hr(IStringLocalizer t) =>
        [
            new(
                t["Tell me about yourself."],
                t["They want two minutes with a thread: where you come from, what you do well, why you are here."]
            ),
            new(
                t["Why this company, and why now?"],
                t["They listen for something that is true of them alone. Have one product, person or decision of theirs ready."]
            ),
            new(
                t["What are you looking for in your next job?"],
                t["They compare it with what they can offer. Name what matters most to you, and what you can do without."]
            ),
            new(
                t["What would your last team say about you?"],
                t["They look for a picture that others would confirm. Quote something that was really said."]
            ),
            new(
                t["What salary do you expect?"],
                t["They check whether a talk makes sense. Give a range that you have researched, and say what it depends on."]
            ),
            new(
                t["When could you start, and what else are you applying for?"],
                t["They plan. Be honest about notice periods and other talks; you owe nobody names."]
            ),
        ];

    private static PracticeQuestion[] Technical(IStringLocalizer t) =>
        [
            new(
                t["Walk me through something you built and are proud of."],
                t["They want to see how you decide. Say what you chose, what you rejected, and what came of it."]
            ),
            new(
                t["Tell me about a problem that took you days."],
                t["They look at method under pressure: what you tried, how you narrowed it down, when you asked."]
            ),
            new(t["How do you know that your work is good?"], t["They listen for tests, figures and other people, not for taste."]),
            new(
                t["What would you do differently if you started it again?"],
                t["They want judgement without blame. One thing, the reason, what you do now."]
            ),
            new(
                t["Explain something from your field to somebody who is not from it."],
                t["They test whether you can be followed. One picture from daily life is worth three definitions."]
            ),
            new(
                t["How would you spend your first week on our problem?"],
                t["They want questions before answers: what you would look at, whom you would ask, what you would measure."]
            ),
        ];

    private static PracticeQuestion[] Manager(IStringLocalizer t) =>
        [
            new(
                t["Tell me about a conflict in a team and your part in it."],
                t["They look for somebody who goes and talks. Say what the other side was right about."]
            ),
            new(
                t["Describe a time when you had too much to do."],
                t["They want to see how you choose, and whom you tell before a date slips."]
            ),
            new(
                t["Tell me about a mistake of yours."],
                t["They check whether you own it. A real one, what you did the same day, what has changed since."]
            ),
            new(
                t["When did you change your mind because of somebody else?"],
                t["They listen for a fact that moved you, and for how you said so."]
            ),
            new(
                t["How do you like to be led?"],
                t["They want to know what you need: how often you talk, how much you decide, how you like to hear criticism."]
            ),
            new(
                t["What did you achieve that nobody had asked for?"],
                t["They look for initiative with a result. Say how you noticed, and what it changed."]
            ),
        ];

    private static PracticeQuestion[] Final(IStringLocalizer t) =>
        [
            new(
                t["Where do you want to be in three years?"],
                t["They ask whether their path and yours run together. Name what you want to be able to do, not a title."]
            ),
            new(t["Why should we choose you?"], t["They want help with the decision. Two of their needs, and your proof for each."]),
            new(
                t["What worries you about this job?"],
                t["They look for somebody who has thought it through. One honest doubt, and what would settle it."]
            ),
            new(
                t["What would you do in your first ninety days?"],
                t["They picture you there. Learn, help, then change: one sentence for each month."]
            ),
            new(
                t["What do you expect from us?"],
                t["They want to keep you. Say what made you leave before, in words that you could say to anyone."]
            ),
            new(
                t["Is there anything that we have not asked?"],
                t["They leave the last word to you. Your strongest story that has not come up yet."]
            ),
        ];

    private static PracticeQuestion[] ToAskThem(IStringLocalizer t) =>
        [
            new(
                t["What does success look like after six months in this job?"],
                t["Ask it early: the answer tells you what to talk about."]
            ),
            new(
                t["Why is this position open?"],
                t["New work, somebody who left, somebody who was promoted: three very different first months."]
            ),
            new(
                t["How does a piece of work go from idea to done here?"],
                t["You hear how they plan, review and decide, without asking whether they do it well."]
            ),
            new(
                t["What do you like least about working here?"],
                t["Ask whoever you would work with. A quick, honest answer is a good sign."]
            ),
            new(
                t["How do people learn here, and who would help me?"],
                t["It shows that you mean to grow, and whether there is anybody to grow with."]
            ),
            new(
                t["What are the next steps, and when will I hear from you?"],
                t["Never leave without it. Write the day down in your follow-ups."]
            ),
        ];
}
