using System.Text.RegularExpressions;
using System.Xml.Linq;
using JobTracker.Features.Applications;
using JobTracker.Features.Deliverables;
using JobTracker.Features.Shared;
using JobTracker.Features.Statistics;
using JobTracker.Web.Problems;

namespace JobTracker.Tests.Architecture;

/// <summary>Every word on screen exists in English and French.</summary>
public sealed partial class TextTests
{
    private static readonly Dictionary<string, string> French = XDocument
        .Load(Path.Combine(Sources.Root, "src/JobTracker/Resources/Texts.fr.resx"))
        .Root!.Elements("data")
        .ToDictionary(data => (string)data.Attribute("name")!, data => (string)data.Element("value")!, StringComparer.Ordinal);

    // The same in every language.
    private static readonly string[] Allowed = ["JobTracker", "placeholder=\"https://\"", "Ctrl", "Ctrl K", "Esc"];

    [Fact]
    public void Every_sentence_has_its_French() => Assert.Empty(Sentences().Except(French.Keys));

    [Fact]
    public void French_has_no_sentence_that_nobody_says() => Assert.Empty(French.Keys.Except(Sentences()));

    [Fact]
    public void Both_languages_have_the_same_blanks_to_fill() =>
        Assert.Empty(French.Where(pair => !Blanks(pair.Key).SetEquals(Blanks(pair.Value))).Select(pair => pair.Key));

    [Fact]
    public void French_is_set_as_the_French_set_it()
    {
        var guilty = French.Values.Where(text => text.Contains('\'') || text.Contains('"') || NarrowSpaceMissing().IsMatch(text));
        Assert.Empty(guilty);
    }

    [Fact]
    public void No_word_of_a_page_goes_past_the_localiser()
    {
        var guilty =
            from file in Sources.In("src/JobTracker/Features", "*.cshtml")
            from Match match in Literal().Matches(Markup(file.Text))
            where !Allowed.Contains(match.Value.Trim()) && !match.Value.Contains('(')
            select $"{file.Path}: {match.Value.Trim()}";
        Assert.True(!guilty.Any(), string.Join(Environment.NewLine, guilty));
    }

    private static HashSet<string> Sentences() =>
        Sources
            .In("src/JobTracker", "*.cs", "*.cshtml")
            .SelectMany(file =>
                Said().Matches(file.Text).Select(match => match.Groups["text"].Value.Replace("\\\"", "\"", StringComparison.Ordinal))
            )
            .Concat(StatusLook.All.Select(look => look.Text))
            .Concat(Enum.GetValues<EmploymentType>().Select(Labels.Of))
            .Concat(Enum.GetValues<Channel>().Select(Labels.Of))
            .Concat(Enum.GetValues<DeliverableKind>().Select(DeliverableLabels.Of))
            .Concat(Enum.GetValues<DeliverableState>().Select(DeliverableLabels.Of))
            .Concat(Enum.GetValues<AgendaSpan>().Select(DeliverableLabels.Of))
            .Concat(PeriodChoice.All.Select(choice => choice.Text))
            .Concat(Navigation.All.Select(entry => entry.Text))
            .Concat(ProblemTitles.Codes.Select(ProblemTitles.Of))
            .ToHashSet(StringComparer.Ordinal);

    private static HashSet<string> Blanks(string text) =>
        Blank().Matches(text).Select(match => match.Value).ToHashSet(StringComparer.Ordinal);

    /// <summary>Without code: comments, blocks, expressions and lines that only steer.</summary>
    private static string Markup(string page)
    {
        var text = Comment().Replace(page, "");
        text = Block().Replace(text, "");
        text = Expression().Replace(text, "");
        return Steering().Replace(text, "");
    }

    [GeneratedRegex("""\b(T|t|texts|text)\[\s*(\w+ (==|\?) [^"]*)?"(?<text>([^"\\]|\\.)*)["]""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Said();

    [GeneratedRegex(@"\{\d\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Blank();

    [GeneratedRegex("[^\u202f\u00a0] ?[;!?](?= |$)|[^\u202f\u00a0/]:(?!//)(?= |$)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NarrowSpaceMissing();

    [GeneratedRegex(@"@\*.*?\*@", RegexOptions.ExplicitCapture | RegexOptions.Singleline, 1000)]
    private static partial Regex Comment();

    [GeneratedRegex(@"^@\{.*?^\}", RegexOptions.ExplicitCapture | RegexOptions.Singleline | RegexOptions.Multiline, 1000)]
    private static partial Regex Block();

    // @T["…"], @(…) with one level of brackets inside, @name.name(…)
    [GeneratedRegex(
        """@(\((?>[^()]|\((?>[^()]|\([^()]*\))*\))*\)|[\w.?!]+(\[(?>[^\[\]"]|"[^"]*"|\[[^\]]*\])*\]|\((?>[^()"]|"[^"]*"|\([^()]*\))*\))*([.\w]+(\((?>[^()"]|"[^"]*")*\))?)*)""",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Expression();

    [GeneratedRegex(
        @"^\s*(@?(if|else|foreach|for|switch|using|model|page|inject|addTagHelper|section)\b.*|[{}].*|var .*|string .*|case .*|break;.*|[\w.]+ .*=>.*|@:)$",
        RegexOptions.ExplicitCapture | RegexOptions.Multiline,
        1000
    )]
    private static partial Regex Steering();

    // Letters between tags, or in an attribute that people read or hear.
    [GeneratedRegex(
        """(?<=>)[^<>{}=;]*\p{L}{3,}[^<>{}=;]*(?=</)|\b(aria-label|title|alt|placeholder|label|hint)="[^"@]*\p{L}{3,}[^"]*["]""",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Literal();
}
