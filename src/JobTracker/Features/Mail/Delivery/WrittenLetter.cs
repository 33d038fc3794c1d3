namespace JobTracker.Features.Mail.Delivery;

/// <summary>A letter in words, as the outbox keeps it.</summary>
public sealed record WrittenLetter
{
    public required string To { get; init; }
    public required string Locale { get; init; }
    public required string Subject { get; init; }
    public required string Text { get; init; }
    public required string Html { get; init; }
    public Uri? Unsubscribe { get; init; }

    internal static WrittenLetter Of(Letter letter, Uri home) =>
        new()
        {
            To = letter.To,
            Locale = letter.Locale,
            Subject = letter.Subject,
            Text = LetterAsText.Write(letter, home),
            Html = LetterAsHtml.Write(letter, home),
            Unsubscribe = letter.Unsubscribe,
        };
}
