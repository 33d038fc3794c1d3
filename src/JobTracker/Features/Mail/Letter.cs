using JobTracker.Kernel;

namespace JobTracker.Features.Mail;

/// <summary>A mail as a use case thinks of it. Its words are in the language of whoever gets it (<see cref="Speaking"/>).</summary>
public sealed record Letter
{
    /// <summary>One word for logs and administrators, for example <c>digest</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>An e-mail address without a name.</summary>
    public required string To { get; init; }
    public required string Locale { get; init; }
    public required string Subject { get; init; }
    public required IReadOnlyList<LetterPart> Parts { get; init; }

    /// <summary>Whose it is: what has not left yet goes with the account. Null for people without one.</summary>
    public UserId? Of { get; init; }

    /// <summary>From when on it would be of no use, and is not sent any more.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>Where a mail program ends letters of this kind with one POST (RFC 8058).</summary>
    public Uri? Unsubscribe { get; init; }
}

/// <summary>A letter is read from top to bottom.</summary>
public abstract record LetterPart;

/// <summary>Greetings and sentences.</summary>
public sealed record Paragraph(string Text) : LetterPart;

/// <summary>The one thing to do. Its address is shown too, for programs that show no buttons.</summary>
public sealed record Button(string Text, Uri Link) : LetterPart;

/// <summary>Things under a heading.</summary>
/// <param name="More">What stands below, when there are more of them.</param>
public sealed record Listing(string Heading, IReadOnlyList<ListingLine> Lines, string? More = null) : LetterPart;

/// <param name="Link">Where it is opened.</param>
/// <param name="Note">What is said of it: a day, a time.</param>
/// <param name="IsUrgent">The note is in the colour of what is late.</param>
public sealed record ListingLine(string Text, Uri Link, string Note, bool IsUrgent = false);

/// <summary>What few need to read: why it came, what to do if it was not asked for.</summary>
/// <param name="Link">What the text is a link to.</param>
public sealed record SmallPrint(string Text, Uri? Link = null) : LetterPart;
