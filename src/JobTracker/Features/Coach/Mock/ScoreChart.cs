using System.Globalization;

namespace JobTracker.Features.Coach.Mock;

/// <summary>Scores from 1 to 5 along a line, as the numbers of a drawing. The same numbers stand in a table beside it.</summary>
/// <param name="Labels">What stands under each place.</param>
/// <param name="Lines">Each with a score for every place; null where there is none.</param>
public sealed record ScoreChart(string Title, IReadOnlyList<string> Labels, IReadOnlyList<ScoreChart.Line> Lines)
{
    public const int Width = 640;
    public const int Height = 220;
    private const int Left = 28;
    private const int Right = 16;
    private const int Top = 14;
    private const int Bottom = 34;
    private const int Best = 5;

    /// <param name="Name">In the reader's language.</param>
    /// <param name="Look">Names its class.</param>
    public sealed record Line(string Name, string Look, IReadOnlyList<double?> Scores);

    public static IEnumerable<int> Grid => Enumerable.Range(1, Best);

    public string X(int place) =>
        Number(Left + (Labels.Count < 2 ? 0.5 : (double)place / (Labels.Count - 1)) * (Width - Left - Right - 16) + 8);

    public string Y(double score) => Number(Top + (Best - score) / (Best - 1) * (Height - Top - Bottom));

    /// <summary>For a polyline.</summary>
    public string Points(Line line) =>
        string.Join(
            ' ',
            line.Scores.Select((score, at) => score is { } known ? $"{X(at)},{Y(known)}" : null).Where(point => point is not null)
        );

    private static string Number(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);
}
