using Markdig;

namespace JobTracker.Features.Shared.Markdown;

/// <summary>Markdown as one line of plain text, for lists.</summary>
public static class MarkdownText
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().DisableHtml().UsePipeTables().UseTaskLists().Build();

    /// <summary>How a text begins: its words without the marks, cut behind a word.</summary>
    /// <param name="markdown">The text, or enough of its beginning.</param>
    /// <param name="most">The longest line that is given, in characters.</param>
    public static string Beginning(string markdown, int most)
    {
        var words = Plain(markdown).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var line = string.Join(' ', words);
        if (line.Length <= most)
            return line;
        var end = line.LastIndexOf(' ', most);
        return line[..(end > most / 2 ? end : most)].TrimEnd() + "…";
    }

    private static string Plain(string markdown)
    {
        try
        {
            return Markdig.Markdown.ToPlainText(markdown, Pipeline);
        }
        catch (ArgumentException)
        {
            // Nested more than a hundred deep: nothing that anybody means.
            return markdown;
        }
    }
}
