using System.Text;
using JobTracker.Features.Applications;
using JobTracker.Kernel;
using Microsoft.Extensions.Localization;

namespace JobTracker.Features.Capture;

/// <summary>
/// Reads what somebody pasted or shared of a job posting: its schema.org block where it has one, else its words. Nothing is fetched, nothing in
/// it runs, and the work grows with its length alone.
/// </summary>
public sealed class ReadPosting(IStringLocalizer<Texts> t)
{
    /// <summary>Characters that are read; what comes after them is left out.</summary>
    public const int Most = 200_000;
    private const int MostLink = 2_000;

    /// <param name="Text">Text, HTML or JSON.</param>
    /// <param name="Link">Where it stands.</param>
    /// <param name="Title">Of the page that it stands on.</param>
    public sealed record Input(string? Text, string? Link = null, string? Title = null);

    /// <param name="input">What came.</param>
    /// <param name="today">Says which year a day without one belongs to.</param>
    public Captured Run(Input input, DateOnly today)
    {
        var text = Storable(input.Text is { Length: > Most } whole ? whole[..Most] : input.Text);
        var title = Tidy.Line(Storable(input.Title));
        var found = ReadText(text, today);
        var links = new[] { input.Link, FirstLink(title), found.Facts.Link };
        found = found with { Facts = found.Facts with { Link = links.FirstOrDefault(IsLink) } };
        // A title that is nothing but a link, as some programs share it, names no position.
        if (title is not null && FirstLink(title) is null)
            found = found.Or(PageTitle.Read(title));
        return Fit(found, input.Text?.Length > Most);
    }

    private Found ReadText(string text, DateOnly today)
    {
        if (string.IsNullOrWhiteSpace(text))
            return new Found();
        var page =
            Looks.LikeJson(text) ? new PageText("", null, [text])
            : Looks.LikeHtml(text) ? PageText.Read(text)
            : new PageText(text, null, []);
        var posting = JobPostings.In(page.Blocks);
        if (posting is { } one)
        {
            var read = new PostingBlock(t).Read(one.Element, today);
            if (one.IsOneOfMany)
                read = read.Doubting(nameof(ApplicationFacts.Position), nameof(ApplicationFacts.Company));
            return read.Facts.Posting is null ? read with { Facts = read.Facts with { Posting = Tidy.Block(page.Text) } } : read;
        }
        var plain = page.Text.Length == 0 ? text : page.Text;
        var words = PlainText.Read(plain, today);
        return page.Title is null ? words : PageTitle.Read(page.Title).Or(words);
    }

    /// <summary>Within what an application can hold.</summary>
    private static Captured Fit(Found found, bool wasCut)
    {
        var shortened = new HashSet<string>(StringComparer.Ordinal);
        string? Cut(string? text, int most, string name)
        {
            if (text is null || text.Length <= most)
                return text;
            shortened.Add(name);
            // Half of a pair of surrogates could not be stored.
            return text[..(char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)].TrimEnd();
        }
        const int line = ApplicationFacts.Rules.Short;
        var facts = found.Facts with
        {
            Company = Cut(Tidy.Line(found.Facts.Company), line, nameof(ApplicationFacts.Company)),
            Position = Cut(Tidy.Line(found.Facts.Position), line, nameof(ApplicationFacts.Position)),
            Location = Cut(Tidy.Line(found.Facts.Location), line, nameof(ApplicationFacts.Location)),
            Salary = Cut(Tidy.Line(found.Facts.Salary), line, nameof(ApplicationFacts.Salary)),
            Contact = Cut(Tidy.Line(found.Facts.Contact), line, nameof(ApplicationFacts.Contact)),
            DueOn = found.Facts.DueOn is { } day && day >= Rules.FirstDay && day <= Rules.LastDay ? day : null,
            Posting = Cut(Tidy.Block(found.Facts.Posting), ApplicationFacts.Rules.MostPosting, nameof(ApplicationFacts.Posting)),
        };
        if (wasCut)
            shortened.Add(nameof(ApplicationFacts.Posting));
        return new Captured(facts, found.Unsure.Where(name => !Captured.IsEmpty(facts, name)).ToHashSet(StringComparer.Ordinal), shortened);
    }

    private static bool IsLink(string? link) => link is { Length: <= MostLink } && Rules.IsWebAddress(link);

    private static string? FirstLink(string? text) => Links.In(text).FirstOrDefault();

    /// <summary>Without the characters that the database cannot hold.</summary>
    private static string Storable(string? text)
    {
        if (text is null || Rules.IsStorable(text))
            return text ?? "";
        var kept = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value != 0 && rune != Rune.ReplacementChar)
                kept.Append(rune.ToString());
        }
        return kept.ToString();
    }
}
