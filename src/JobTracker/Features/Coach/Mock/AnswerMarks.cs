using System.Text.RegularExpressions;

namespace JobTracker.Features.Coach.Mock;

/// <summary>A text in pieces, some of which are marked.</summary>
public sealed record Piece(string Text, bool IsMarked);

/// <summary>Finds what is to be marked in an answer, and in the stronger version of it.</summary>
public static partial class AnswerMarks
{
    /// <summary>The answer with everything that is quoted from it marked; quotes that overlap become one mark.</summary>
    public static IReadOnlyList<Piece> Quoted(string answer, IEnumerable<string> quotes)
    {
        var marked = new bool[answer.Length];
        foreach (var quote in quotes.Where(quote => quote.Length > 0))
        {
            var at = answer.IndexOf(quote, StringComparison.Ordinal);
            if (at >= 0)
                marked.AsSpan(at, quote.Length).Fill(true);
        }
        var pieces = new List<Piece>();
        for (var from = 0; from < answer.Length; )
        {
            var to = from;
            while (to < answer.Length && marked[to] == marked[from])
                to++;
            pieces.Add(new Piece(answer[from..to], marked[from]));
            from = to;
        }
        return pieces;
    }

    /// <summary>What the person has to fill in, without its brackets, marked.</summary>
    public static IReadOnlyList<Piece> Placeholders(string improved)
    {
        var pieces = new List<Piece>();
        var from = 0;
        foreach (Match blank in Blank().Matches(improved))
        {
            if (blank.Index > from)
                pieces.Add(new Piece(improved[from..blank.Index], IsMarked: false));
            pieces.Add(new Piece(blank.Groups["what"].Value, IsMarked: true));
            from = blank.Index + blank.Length;
        }
        if (from < improved.Length)
            pieces.Add(new Piece(improved[from..], IsMarked: false));
        return pieces;
    }

    // A link's words stand in brackets too, but nobody speaks links.
    [GeneratedRegex(@"\[(?<what>[^\[\]\n]{1,120})\](?!\()", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Blank();
}
