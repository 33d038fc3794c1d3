using Markdig;
using Markdig.Syntax;

namespace JobTracker.Features.Shared.Markdown;

/// <summary>
/// Markdown (CommonMark with tables, task lists, strikethrough and bare links) as HTML that may stand in a page. Whatever Markdig writes is read
/// again and written anew by <see cref="AllowedHtml"/>, so that no extension and no mistake in it can bring in more.
/// </summary>
public static class MarkdownHtml
{
    /// <summary>A page's own headings go down to h2.</summary>
    private const int HeadingsBelow = 2;
    private const int DeepestHeading = 6;

    // Nobody writes that many into 50,000 characters; Markdig's time grows with their number times the length of the text.
    private const int MostLinks = 1_000;

    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .DisableHtml()
        .UsePipeTables()
        .UseTaskLists()
        .UseEmphasisExtras(Markdig.Extensions.EmphasisExtras.EmphasisExtraOptions.Strikethrough)
        .UseAutoLinks()
        .UseSoftlineBreakAsHardlineBreak()
        .Build();

    /// <summary>HTML made of the allowed elements only. Line breaks in a paragraph stay, as people who write in a box expect.</summary>
    public static string Of(string text)
    {
        if (text.AsSpan().Count("](") > MostLinks)
            return AsTyped(text);
        try
        {
            var document = Markdig.Markdown.Parse(text, Pipeline);
            foreach (var heading in document.Descendants<HeadingBlock>())
                heading.Level = Math.Min(heading.Level + HeadingsBelow, DeepestHeading);
            return AllowedHtml.Of(document.ToHtml(Pipeline));
        }
        catch (ArgumentException)
        {
            // Markdig refuses what is nested more than a hundred deep.
            return AsTyped(text);
        }
    }

    private static string AsTyped(string text) => $"<pre>{AllowedHtml.Escaped(text)}</pre>";
}
