using JobTracker.Features.Coach.Structured;
using JobTracker.Kernel;

namespace JobTracker.Features.Coach.Mock;

/// <summary>From what the model wrote to feedback that can be trusted: every field is there and within its bounds, and who is quoted has said it.</summary>
internal static class FeedbackReading
{
    private const int MostComment = 500;
    private const int MostImproved = 6_000;
    private const int MostEvidence = 5;
    private const int MostPoints = 3;
    private static readonly char[] QuoteMarks = ['"', '“', '”', '«', '»', ' ', '\u00a0', '\u202f', '…'];

    private sealed record Given(
        IReadOnlyList<GivenEvidence?>? Evidence,
        GivenStar? Star,
        int? Relevance,
        int? Clarity,
        int? Specificity,
        IReadOnlyList<string?>? Strengths,
        IReadOnlyList<string?>? Improvements,
        string? ImprovedAnswer,
        string? FollowUp
    );

    private sealed record GivenEvidence(string? Quote, string? Comment);

    private sealed record GivenStar(string? Situation, string? Task, string? Action, string? Result);

    /// <summary>Null when something is missing or out of bounds.</summary>
    public static Feedback? Read(string text, string answer)
    {
        if (
            JsonAnswer.Read<Given>(text) is not { Evidence: { } evidence, Strengths: { } strengths, Improvements: { } improvements } given
            || StarOf(given.Star) is not { } star
            || Score(given.Relevance) is not { } relevance
            || Score(given.Clarity) is not { } clarity
            || Score(given.Specificity) is not { } specificity
            || Plain.Text(given.ImprovedAnswer, MostImproved) is not { Length: > 0 } improved
            || Plain.Line(given.FollowUp, MockQuestion.MostText) is not { Length: > 0 } followUp
        )
            return null;
        return new Feedback
        {
            Evidence = [.. evidence.Select(one => EvidenceOf(one, answer)).OfType<Evidence>().Take(MostEvidence)],
            Star = star,
            Relevance = relevance,
            Clarity = clarity,
            Specificity = specificity,
            Strengths = Points(strengths),
            Improvements = Points(improvements),
            ImprovedAnswer = improved,
            FollowUp = followUp,
        };
    }

    /// <summary>A quote that the person did not write is no evidence.</summary>
    private static Evidence? EvidenceOf(GivenEvidence? given, string answer)
    {
        var quote = (given?.Quote ?? "").Trim();
        if (quote.Length == 0 || !answer.Contains(quote, StringComparison.Ordinal))
            quote = quote.Trim(QuoteMarks);
        var comment = Plain.Line(given?.Comment, MostComment);
        return quote.Length > 0 && comment.Length > 0 && answer.Contains(quote, StringComparison.Ordinal)
            ? new Evidence(quote, comment)
            : null;
    }

    private static StarParts? StarOf(GivenStar? given) =>
        Wire.TryParse<StarPart>(given?.Situation, out var situation)
        && Wire.TryParse<StarPart>(given?.Task, out var task)
        && Wire.TryParse<StarPart>(given?.Action, out var action)
        && Wire.TryParse<StarPart>(given?.Result, out var result)
            ? new StarParts(situation, task, action, result)
            : null;

    private static int? Score(int? given) => given is >= 1 and <= 5 ? given : null;

    private static List<string> Points(IReadOnlyList<string?> given) =>
        [.. given.Select(point => Plain.Line(point, MostComment)).Where(point => point.Length > 0).Take(MostPoints)];
}
