using System.Text.RegularExpressions;
using JobTracker.Features.Applications;
using JobTracker.Kernel;

namespace JobTracker.Features.Capture;

/// <summary>Reads the words of a posting in English or French: lines with a label are known, the rest is guessed.</summary>
internal static partial class PlainText
{
    private const int MostLines = 400;
    private const int MostLine = 1_000;

    public static Found Read(string text, DateOnly today)
    {
        var lines = text.ReplaceLineEndings("\n")
            .Split('\n', MostLines + 1)
            .Take(MostLines)
            .Select(Short)
            .Where(line => line.Length > 0)
            .ToList();
        var labels = LabelledLines.In(lines);
        var found = new Found
        {
            Facts = new ApplicationFacts
            {
                Company = labels.Company,
                Position = PositionName.Bare(labels.Position),
                Location = labels.Location,
                Salary = labels.Salary,
                Contact = labels.Contact,
                EmploymentType = ContractWords.In(labels.Contract),
                Posting = text,
            },
        };
        return Dated(found, labels, lines, today).Or(Guess(lines));
    }

    private static Found Dated(Found found, LabelledLines labels, List<string> lines, DateOnly today)
    {
        var said = labels.Deadline ?? lines.Find(line => Deadline().IsMatch(Folding.Fold(line)));
        if (said is null || WrittenDays.In(Until(said), today) is not { } written)
            return found;
        found = found with { Facts = found.Facts with { DueOn = written.Day } };
        return written.IsSure ? found : found.Doubting(nameof(ApplicationFacts.DueOn));
    }

    /// <summary>From the word that speaks of the end, so that another day before it is not taken for it.</summary>
    private static string Until(string line)
    {
        var folded = Folding.Fold(line);
        return Deadline().Match(folded) is { Success: true } match ? folded[match.Index..] : folded;
    }

    private static Found Guess(List<string> lines)
    {
        var first = lines.Find(IsPosition);
        var subject = first is null ? null : Subject().Replace(first, "");
        var title = subject is null ? new Found() : PageTitle.Read(subject);
        var mail = lines.Select(line => Mail().Match(line)).FirstOrDefault(match => match.Success)?.Value;
        var links = lines.SelectMany(Links.In).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        var found = new Found
        {
            Facts = title.Facts with
            {
                EmploymentType =
                    title.Facts.EmploymentType ?? lines.Take(12).Select(ContractWords.In).FirstOrDefault(type => type is not null),
                Contact = mail,
                Link = links.FirstOrDefault(),
            },
        };
        return found
            .Doubting(
                nameof(ApplicationFacts.Position),
                nameof(ApplicationFacts.Company),
                nameof(ApplicationFacts.EmploymentType),
                nameof(ApplicationFacts.Contact)
            )
            .Doubting(links.Count > 1 ? [nameof(ApplicationFacts.Link)] : []);
    }

    /// <summary>True for a line that can name a position: short, with words, no greeting, no header of a mail.</summary>
    private static bool IsPosition(string line) =>
        line.Length <= ApplicationFacts.Rules.Short
        && line.Count(char.IsLetter) >= 3
        && Links.In(line).All(link => link.Length < line.Length / 2)
        && !Mail().IsMatch(line)
        && line[0] is not ('{' or '[' or '<' or '"' or '>' or '-' or '=' or '*')
        && !Header().IsMatch(Folding.Fold(line))
        && !LabelledLines.IsLabelled(line);

    private static string Short(string line) => Blanks().Replace(line.Length > MostLine ? line[..MostLine] : line, " ").Trim();

    [GeneratedRegex(@"\s+", RegexOptions.NonBacktracking, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Blanks();

    [GeneratedRegex(
        @"\b(deadline|closing date|date limite|date de cloture|candidatures? (avant|jusqu)|postul\w* (avant|jusqu)|apply (by|before|until)|applications? (close|by|before|until|due)|(avant|jusqu'?a?u?) le [0-9]|no later than)",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Deadline();

    [GeneratedRegex(
        @"^(bonjour|bonsoir|hello|hi|hey|dear|madame|monsieur|salut|cher|chere|good (morning|afternoon)|de|from|to|a|cc|date|sent|envoye|le .* a ecrit|on .* wrote|forwarded message|---.*)\b\s*[:,!]?(?!\w)($|.*@|.*[,!]$|\s*:)",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Header();

    [GeneratedRegex(
        @"^((objet|subject|sujet)\s*:\s*)?((re|fw|fwd|tr)\s*:\s*)*",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Subject();

    [GeneratedRegex(
        @"[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(\.[A-Za-z0-9-]{1,63}){1,4}",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Mail();
}
