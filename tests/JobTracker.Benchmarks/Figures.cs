using System.Globalization;

namespace JobTracker.Benchmarks;

/// <summary>The same figure from several rounds.</summary>
internal sealed class Figures
{
    private readonly List<double> sorted;

    private Figures(IEnumerable<double> values) => sorted = [.. values.Order()];

    public static Figures Of<T>(IEnumerable<T> rounds, Func<T, double> figure) => new(rounds.Select(figure));

    public double Median =>
        sorted.Count % 2 == 1 ? sorted[sorted.Count / 2] : (sorted[(sorted.Count / 2) - 1] + sorted[sorted.Count / 2]) / 2;

    /// <summary>The median as a number in a format; "–" where nothing was measured.</summary>
    public string Alone(string format) => sorted.Count == 0 ? "–" : In(Median, format);

    /// <summary>The median, and between which values the rounds lay.</summary>
    public string WithRange(string format) =>
        sorted.Count == 0 ? "–" : $"{In(Median, format)} ({In(sorted[0], format)}–{In(sorted[^1], format)})";

    private static string In(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}
