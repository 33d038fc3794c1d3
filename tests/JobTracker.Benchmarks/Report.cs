using System.Globalization;

namespace JobTracker.Benchmarks;

/// <summary>The document on standard output; what goes on meanwhile stands on standard error.</summary>
internal static class Report
{
    public static void Section(string title, params string[] paragraphs)
    {
        Console.WriteLine($"\n## {title}");
        foreach (var paragraph in paragraphs)
            Console.WriteLine($"\n{paragraph}");
    }

    public static void Paragraph(FormattableString text) => Console.WriteLine($"\n{text.ToString(CultureInfo.InvariantCulture)}");

    public static void Head(params string[] cells)
    {
        Console.WriteLine($"\n| {string.Join(" | ", cells)} |");
        Console.WriteLine($"|{string.Concat(Enumerable.Repeat("---|", cells.Length))}");
    }

    public static void Row(params string[] cells) => Console.WriteLine($"| {string.Join(" | ", cells)} |");

    /// <summary>False in the short form, whose figures mean nothing.</summary>
    public static bool Judges { get; set; } = true;

    public static string Verdict(bool isMet) =>
        Judges
            ? isMet
                ? "met"
                : "**not met**"
            : "not judged";

    public static void Progress(string doing) =>
        Console.Error.WriteLine($"{TimeProvider.System.GetLocalNow().ToString("HH:mm:ss", CultureInfo.InvariantCulture)} {doing}");
}
