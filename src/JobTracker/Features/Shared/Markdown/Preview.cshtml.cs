using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace JobTracker.Features.Shared.Markdown;

/// <summary>What the editor shows beside a text that is being written. Nothing is stored.</summary>
public sealed class PreviewModel : PageModel
{
    /// <summary>The longest text of any field that takes Markdown.</summary>
    private const int Most = 50_000;

    public IActionResult OnGet() => NotFound();

    public IActionResult OnPost([FromForm] string? text)
    {
        // A form's line ends count twice on their way here, and once in the field's own rule.
        var written = (text ?? "").ReplaceLineEndings("\n");
        return written.Length <= Most ? Content(MarkdownHtml.Of(written), "text/html; charset=utf-8") : BadRequest();
    }
}
