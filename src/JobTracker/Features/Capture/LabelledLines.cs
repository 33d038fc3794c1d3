using System.Text.RegularExpressions;
using JobTracker.Kernel;

namespace JobTracker.Features.Capture;

/// <summary>What stands behind labels: "Entreprise : …", "Location: …".</summary>
internal sealed partial class LabelledLines
{
    private readonly Dictionary<string, string> values = new(StringComparer.Ordinal);

    private static readonly Dictionary<string, string> Words = Table(
        (nameof(Company), "entreprise|societe|employeur|organisation|company|company name|employer|organization|recruteur"),
        (
            nameof(Position),
            "poste|intitule|intitule du poste|poste a pourvoir|titre du poste|metier|position|job title|role|job|title|offre"
        ),
        (
            nameof(Location),
            "lieu|lieu de travail|lieu du poste|localisation|localite|ville|location|place|place of work|workplace|where|office|bureau"
        ),
        (
            nameof(Contract),
            "contrat|type de contrat|type d'emploi|nature du contrat|contract|contract type|type of contract|employment type|job type|type"
        ),
        (nameof(Salary), "salaire|remuneration|gratification|package|salary|compensation|pay|salary range"),
        (
            nameof(Deadline),
            "deadline|date limite|date limite de candidature|cloture des candidatures|candidature avant le|closing date|application deadline|apply by|apply before"
        ),
        (nameof(Contact), "contact|personne a contacter|contact person|recruiter|hiring manager")
    );

    public string? Company => values.GetValueOrDefault(nameof(Company));
    public string? Position => values.GetValueOrDefault(nameof(Position));
    public string? Location => values.GetValueOrDefault(nameof(Location));
    public string? Contract => values.GetValueOrDefault(nameof(Contract));
    public string? Salary => values.GetValueOrDefault(nameof(Salary));
    public string? Deadline => values.GetValueOrDefault(nameof(Deadline));
    public string? Contact => values.GetValueOrDefault(nameof(Contact));

    /// <summary>The first line of each label counts; a label alone has its value on the next line.</summary>
    public static LabelledLines In(IReadOnlyList<string> lines)
    {
        var found = new LabelledLines();
        for (var at = 0; at < lines.Count; at++)
        {
            if (Split(lines[at]) is not var (name, value))
                continue;
            var next = at + 1 < lines.Count && Split(lines[at + 1]) is null ? lines[at + 1] : null;
            if ((Tidy.Line(value) ?? Tidy.Line(next)) is { } text)
                found.values.TryAdd(name, text);
        }
        return found;
    }

    public static bool IsLabelled(string line) => Split(line) is not null;

    private static (string Name, string Value)? Split(string line) =>
        Label().Match(line) is { Success: true } match && Words.TryGetValue(Folding.Fold(match.Groups["label"].Value), out var name)
            ? (name, match.Groups["value"].Value)
            : null;

    private static Dictionary<string, string> Table(params (string Name, string Words)[] rows) =>
        rows.SelectMany(row => row.Words.Split('|'), (row, word) => (row.Name, word))
            .ToDictionary(pair => pair.word, pair => pair.Name, StringComparer.Ordinal);

    [GeneratedRegex(
        @"^[\s\-–•*·▪►#]*\**(?<label>[\p{L}][\p{L} '’]{1,40}?)\s*\**\s*:\s*\**(?<value>.*)$",
        RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Label();
}
