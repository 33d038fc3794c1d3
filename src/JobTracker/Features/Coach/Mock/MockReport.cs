namespace JobTracker.Features.Coach.Mock;

/// <summary>What came of a mock interview, in numbers. Only answers that were scored count.</summary>
public sealed class MockReport(IReadOnlyList<MockQuestion> questions)
{
    /// <summary>What is scored from 1 to 5.</summary>
    public enum Dimension
    {
        Relevance,
        Clarity,
        Specificity,
    }

    /// <param name="Question">What was asked.</param>
    /// <param name="Feedback">What was said of the answer.</param>
    public sealed record Scored(MockQuestion Question, Feedback Feedback);

    public IReadOnlyList<Scored> Answers { get; } =
    [.. questions.Where(row => row.FeedbackJson is not null).Select(row => new Scored(row, row.Feedback!))];

    public int Answered => questions.Count(row => row.Answer is not null);

    /// <summary>From 1 to 5; null when nothing was scored.</summary>
    public double? Average => Answers.Count == 0 ? null : Answers.Average(answer => answer.Feedback.Average());

    public double? AverageOf(Dimension dimension) =>
        Answers.Count == 0 ? null : Answers.Average(answer => ScoreOf(answer.Feedback, dimension));

    /// <summary>The best answer; null when there is nothing to choose between.</summary>
    public Scored? Strongest => Differ ? Answers.MaxBy(answer => answer.Feedback.Average()) : null;

    /// <summary>The one to work on; null when there is nothing to choose between.</summary>
    public Scored? Weakest => Differ ? Answers.MinBy(answer => answer.Feedback.Average()) : null;

    private bool Differ => Answers.Select(answer => answer.Feedback.Average()).Distinct().Count() > 1;

    /// <summary>How often each part of a story was there, by part in the order of the word.</summary>
    public IReadOnlyList<(string Part, int Present, int Weak, int Missing)> Star =>
        [
            Count("Situation", star => star.Situation),
            Count("Task", star => star.Task),
            Count("Action", star => star.Action),
            Count("Result", star => star.Result),
        ];

    public static int ScoreOf(Feedback feedback, Dimension dimension) =>
        dimension switch
        {
            Dimension.Relevance => feedback.Relevance,
            Dimension.Clarity => feedback.Clarity,
            _ => feedback.Specificity,
        };

    private (string, int, int, int) Count(string name, Func<StarParts, StarPart> part)
    {
        int Of(StarPart wanted) => Answers.Count(answer => part(answer.Feedback.Star) == wanted);
        return (name, Of(StarPart.Present), Of(StarPart.Weak), Of(StarPart.Missing));
    }
}
