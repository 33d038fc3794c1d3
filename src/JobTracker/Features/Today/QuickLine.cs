using JobTracker.Features.Applications;
using JobTracker.Kernel;

namespace JobTracker.Features.Today;

/// <summary>One line for a new application: company, position, place and link with commas between them. A link may stand anywhere.</summary>
public static class QuickLine
{
    private static readonly string[] Schemes = ["https://", "http://"];

    /// <summary>What was understood; null when company or position is missing.</summary>
    public static ApplicationFacts? Read(string? line)
    {
        var words = (line ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var link = words.Select(word => word.TrimEnd(',')).FirstOrDefault(IsLink);
        var rest = string.Join(' ', words.Where(word => word.TrimEnd(',') != link));
        var parts = rest.Split(',', 3, StringSplitOptions.TrimEntries).Select(part => Tidy.Line(part.Trim(','))).ToArray();
        return parts is [{ } company, { } position, ..]
            ? new ApplicationFacts
            {
                Company = company,
                Position = position,
                Location = parts.Length > 2 ? parts[2] : null,
                Link = link,
            }
            : null;
    }

    private static bool IsLink(string word) => Schemes.Any(scheme => word.StartsWith(scheme, StringComparison.OrdinalIgnoreCase));
}
