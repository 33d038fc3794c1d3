using System.Text;

namespace JobTracker.Features.Mail;

/// <summary>A letter for programs and people who read plain text.</summary>
internal static class LetterAsText
{
    public static string Write(Letter letter, Uri home)
    {
        var text = new StringBuilder();
        foreach (var part in letter.Parts)
            Write(text, part);
        return text.Append("-- \n").Append("JobTracker\n").Append(home.AbsoluteUri).Append('\n').ToString();
    }

    private static void Write(StringBuilder text, LetterPart part)
    {
        switch (part)
        {
            case Paragraph paragraph:
                text.Append(paragraph.Text);
                break;
            case Button button:
                text.Append(button.Text).Append('\n').Append(button.Link.AbsoluteUri);
                break;
            case Listing listing:
                Write(text, listing);
                break;
            case SmallPrint small:
                text.Append(small.Text);
                if (small.Link is not null)
                    text.Append('\n').Append(small.Link.AbsoluteUri);
                break;
            default:
                throw new InvalidOperationException($"{part.GetType().Name} has no text.");
        }
        text.Append("\n\n");
    }

    private static void Write(StringBuilder text, Listing listing)
    {
        text.Append(listing.Heading).Append('\n');
        foreach (var line in listing.Lines)
            text.Append("* ").Append(line.Text).Append("\n  ").Append(line.Note).Append("\n  ").Append(line.Link.AbsoluteUri).Append('\n');
        if (listing.More is not null)
            text.Append(listing.More).Append('\n');
        text.Length--;
    }
}
