using System.Globalization;

namespace JobTracker.Features.Statistics;

/// <summary>A few figures as a small drawing beside a number: a line that rises, or bars of which the last one counts.</summary>
public sealed record SparkLine(IReadOnlyList<int> Values)
{
    public const int Width = 84;
    public const int Height = 28;
    private const int Edge = 3;
    private const double Gap = 2;
    private const double LeastBar = 2;

    /// <summary>For a polyline; its end is <see cref="End"/>.</summary>
    public string Points => string.Join(' ', Values.Select((value, at) => $"{X(at)},{Y(value)}"));

    public (string X, string Y) End => (X(Values.Count - 1), Y(Values[^1]));

    /// <summary>From the left; what is nothing keeps a trace.</summary>
    public IEnumerable<(string X, string Y, string Width, string Height)> Bars =>
        Values.Select(
            (value, at) =>
            {
                var room = (double)Width / Values.Count;
                var height = Math.Max(LeastBar, (Height - Edge) * Share(value));
                return (Number(at * room), Number(Height - height), Number(room - Gap), Number(height));
            }
        );

    private string X(int at) => Number(Edge + (Width - 2 * Edge) * (Values.Count == 1 ? 1 : (double)at / (Values.Count - 1)));

    // From the least to the most: the line shows how it rises, the number beside it how far.
    private string Y(int value) =>
        Number(Edge + (Height - 2 * Edge) * (1 - (double)(value - Values.Min()) / Math.Max(1, Values.Max() - Values.Min())));

    private double Share(int value) => (double)value / Math.Max(1, Values.Max());

    private static string Number(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);
}
