using JobTracker.Features.Applications;

namespace JobTracker.Features.Capture;

/// <summary>What a posting says, within the limits of an application's fields.</summary>
/// <param name="Facts">The fields that were found; the others are empty.</param>
/// <param name="Unsure">Those that are guesses, by the names of their properties.</param>
/// <param name="Shortened">Those whose text was longer than fits.</param>
public sealed record Captured(ApplicationFacts Facts, IReadOnlySet<string> Unsure, IReadOnlySet<string> Shortened)
{
    /// <summary>The fields that a posting can fill, in the order of the form.</summary>
    public static readonly IReadOnlyList<string> Fields =
    [
        nameof(ApplicationFacts.Company),
        nameof(ApplicationFacts.Position),
        nameof(ApplicationFacts.Location),
        nameof(ApplicationFacts.EmploymentType),
        nameof(ApplicationFacts.Link),
        nameof(ApplicationFacts.DueOn),
        nameof(ApplicationFacts.Contact),
        nameof(ApplicationFacts.Salary),
        nameof(ApplicationFacts.Posting),
    ];

    /// <summary>Those that something was found for.</summary>
    public IEnumerable<string> Filled => Fields.Where(name => !IsEmpty(Facts, name));

    /// <summary>A form's fields with its empty ones filled: nothing that stands there is changed.</summary>
    public ApplicationFacts Into(ApplicationFacts form) =>
        form with
        {
            Company = Kept(form.Company, Facts.Company),
            Position = Kept(form.Position, Facts.Position),
            Location = Kept(form.Location, Facts.Location),
            EmploymentType = form.EmploymentType ?? Facts.EmploymentType,
            Link = Kept(form.Link, Facts.Link),
            DueOn = form.DueOn ?? Facts.DueOn,
            Contact = Kept(form.Contact, Facts.Contact),
            Salary = Kept(form.Salary, Facts.Salary),
            Posting = Kept(form.Posting, Facts.Posting),
        };

    public static bool IsEmpty(ApplicationFacts facts, string name) =>
        name switch
        {
            nameof(ApplicationFacts.EmploymentType) => facts.EmploymentType is null,
            nameof(ApplicationFacts.DueOn) => facts.DueOn is null,
            nameof(ApplicationFacts.Company) => string.IsNullOrWhiteSpace(facts.Company),
            nameof(ApplicationFacts.Position) => string.IsNullOrWhiteSpace(facts.Position),
            nameof(ApplicationFacts.Location) => string.IsNullOrWhiteSpace(facts.Location),
            nameof(ApplicationFacts.Link) => string.IsNullOrWhiteSpace(facts.Link),
            nameof(ApplicationFacts.Contact) => string.IsNullOrWhiteSpace(facts.Contact),
            nameof(ApplicationFacts.Salary) => string.IsNullOrWhiteSpace(facts.Salary),
            nameof(ApplicationFacts.Posting) => string.IsNullOrWhiteSpace(facts.Posting),
            _ => throw new ArgumentOutOfRangeException(nameof(name), name, "A posting does not fill this."),
        };

    private static string? Kept(string? typed, string? found) => string.IsNullOrWhiteSpace(typed) ? found : typed;
}
