using System.Collections.Immutable;
using JobTracker.Features.Applications;
using JobTracker.Kernel;

namespace JobTracker.Features.Capture;

/// <summary>What was found out of a posting so far, and what of it is a guess.</summary>
internal sealed record Found
{
    public ApplicationFacts Facts { get; init; } = new();

    /// <summary>Names of properties of <see cref="ApplicationFacts"/>.</summary>
    public ImmutableHashSet<string> Unsure { get; init; } = [];

    /// <summary>The same, with what it lacks taken from the other: what was found first counts.</summary>
    public Found Or(Found other) =>
        new()
        {
            Facts = Facts with
            {
                Company = Facts.Company ?? other.Facts.Company,
                Position = Facts.Position ?? other.Facts.Position,
                Location = Facts.Location ?? other.Facts.Location,
                EmploymentType = Facts.EmploymentType ?? other.Facts.EmploymentType,
                Link = Facts.Link ?? other.Facts.Link,
                Salary = Facts.Salary ?? other.Facts.Salary,
                Contact = Facts.Contact ?? other.Facts.Contact,
                DueOn = Facts.DueOn ?? other.Facts.DueOn,
                Posting = Facts.Posting ?? other.Facts.Posting,
            },
            Unsure = Unsure.Union(other.Unsure.Where(name => Captured.IsEmpty(Facts, name))),
        };

    /// <summary>Marks these as guesses, as far as there is something in them.</summary>
    public Found Doubting(params IEnumerable<string> names) =>
        this with
        {
            Unsure = Unsure.Union(names.Where(name => !Captured.IsEmpty(Facts, name))),
        };
}
