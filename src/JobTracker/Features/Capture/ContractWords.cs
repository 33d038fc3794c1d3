using System.Text.RegularExpressions;
using JobTracker.Features.Applications;
using JobTracker.Kernel;

namespace JobTracker.Features.Capture;

/// <summary>Which kind of contract is meant by the words for it in English and French.</summary>
internal static partial class ContractWords
{
    /// <summary>The words of schema.org, and others in their place.</summary>
    /// <returns>Null where none is clear: full time says nothing of the contract.</returns>
    public static (EmploymentType? Type, bool IsSure) OfSchema(IEnumerable<string?> words)
    {
        foreach (var word in words.OfType<string>())
        {
            var (type, sure) = word.Trim().ToUpperInvariant().Replace('-', '_').Replace(' ', '_') switch
            {
                "INTERN" or "INTERNSHIP" => (EmploymentType.Stage, true),
                "APPRENTICE" or "APPRENTICESHIP" => (EmploymentType.Alternance, true),
                "CONTRACTOR" => (EmploymentType.Freelance, true),
                "PERMANENT" => (EmploymentType.Cdi, true),
                "TEMPORARY" => (EmploymentType.Cdd, false),
                "PER_DIEM" => (EmploymentType.Interim, false),
                _ => (In(word), true),
            };
            if (type is not null)
                return (type, sure);
        }
        return (null, true);
    }

    /// <summary>The first such word in running text; null when there is none.</summary>
    public static EmploymentType? In(string? text)
    {
        var match = Word().Match(Folding.Fold(text));
        return match.Success ? Of(match.Value) : null;
    }

    private static EmploymentType Of(string word) =>
        word switch
        {
            "cdi" or "permanent" or "permanente" => EmploymentType.Cdi,
            "cdd" or "fixed-term" or "fixed term" => EmploymentType.Cdd,
            "alternance"
            or "alternant"
            or "alternante"
            or "apprentissage"
            or "apprenti"
            or "apprentie"
            or "apprentice"
            or "apprenticeship" => EmploymentType.Alternance,
            "freelance" or "contractor" => EmploymentType.Freelance,
            "interim" or "interimaire" => EmploymentType.Interim,
            _ => EmploymentType.Stage,
        };

    [GeneratedRegex(
        @"\b(cdi|cdd|stage|stagiaire|intern|internship|alternance|alternante?|apprentissage|apprentie?|apprenticeship|apprentice|freelance|contractor|interim|interimaire|permanente?|fixed[ -]term)\b",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Word();
}
