using System.Text.Json;

namespace JobTracker.Features.Capture;

/// <summary>Finds the job posting in blocks of linked data (JSON-LD 1.1, schema.org/JobPosting).</summary>
internal static class JobPostings
{
    private const string Type = "JobPosting";
    private const int MostNodes = 20_000;

    private static readonly JsonDocumentOptions Lenient = new()
    {
        AllowTrailingCommas = true,
        CommentHandling = JsonCommentHandling.Skip,
        MaxDepth = 64,
    };

    /// <param name="Element">The first with a title, else the first.</param>
    /// <param name="IsOneOfMany">The page has several with different titles: nobody can tell which is meant.</param>
    public sealed record Choice(JsonElement Element, bool IsOneOfMany);

    /// <summary>Null when there is none. A block that cannot be read does not spoil the others.</summary>
    public static Choice? In(IEnumerable<string> blocks)
    {
        var found = blocks.SelectMany(Of).ToList();
        if (found.Count == 0)
            return null;
        var titles = found.Select(TitleOf).Where(title => title is not null).Distinct(StringComparer.Ordinal).ToList();
        return new Choice(
            found.Find(posting => TitleOf(posting) is not null) is { ValueKind: JsonValueKind.Object } titled ? titled : found[0],
            titles.Count > 1
        );
    }

    private static List<JsonElement> Of(string block)
    {
        try
        {
            using var document = JsonDocument.Parse(Bare(block), Lenient);
            return [.. Below(document.RootElement.Clone()).Where(IsPosting)];
        }
        catch (JsonException)
        {
            return [];
        }
    }

    /// <summary>Without the comments that hid scripts from browsers of the last century.</summary>
    private static string Bare(string block)
    {
        block = block.Replace("<![CDATA[", "", StringComparison.Ordinal).Replace("]]>", "", StringComparison.Ordinal);
        var (start, end) = (block.IndexOfAny(['{', '[']), block.LastIndexOfAny(['}', ']']));
        return start >= 0 && end > start ? block[start..(end + 1)] : block;
    }

    /// <summary>Every object, in the order of the text, level by level.</summary>
    private static IEnumerable<JsonElement> Below(JsonElement root)
    {
        var waiting = new Queue<JsonElement>([root]);
        for (var seen = 0; waiting.TryDequeue(out var at) && seen < MostNodes; seen++)
        {
            if (at.ValueKind == JsonValueKind.Array)
            {
                foreach (var item in at.EnumerateArray())
                    waiting.Enqueue(item);
            }
            if (at.ValueKind != JsonValueKind.Object)
                continue;
            yield return at;
            foreach (var member in at.EnumerateObject())
                waiting.Enqueue(member.Value);
        }
    }

    private static bool IsPosting(JsonElement element) =>
        element.TryGetProperty("@type", out var type)
        && (type.ValueKind == JsonValueKind.Array ? type.EnumerateArray().Any(IsItsName) : IsItsName(type));

    /// <summary>Also as an address or behind a prefix: <c>https://schema.org/JobPosting</c>, <c>schema:JobPosting</c>.</summary>
    private static bool IsItsName(JsonElement type) =>
        type.Text() is { } name && name.Split('/', '#', ':')[^1].Equals(Type, StringComparison.OrdinalIgnoreCase);

    private static string? TitleOf(JsonElement posting) => posting.Member("title").Text() ?? posting.Member("name").Text();
}
