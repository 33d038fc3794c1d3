using FluentValidation;
using JobTracker.Kernel;
using Microsoft.Extensions.Localization;

namespace JobTracker.Features.SearchSessions;

/// <summary>What a person writes of one submission: the body of POST /submit, and the line of the form.</summary>
public sealed record EntryFacts
{
    public string? Company { get; init; }
    public string? City { get; init; }
    public string? Mission { get; init; }
    public string? Link { get; init; }

    /// <summary>As it is kept: trimmed, and the link as it was meant.</summary>
    /// <param name="ownHosts">Where this server is reached.</param>
    public EntryFacts Tidied(IReadOnlyCollection<string> ownHosts) =>
        this with
        {
            Company = Tidy.Line(Company),
            City = Tidy.Line(City),
            Mission = Tidy.Line(Mission),
            Link = TypedLink.Clean(Link, ownHosts),
        };

    public sealed class Rules : AbstractValidator<EntryFacts>
    {
        public const int Short = 200;

        public Rules(IStringLocalizer<Texts> t)
        {
            RuleFor(facts => facts.Company).NotEmpty().WithMessage(_ => t["Enter the company."]).Text(Short, t);
            RuleFor(facts => facts.City).Text(Short, t);
            RuleFor(facts => facts.Mission).NotEmpty().WithMessage(_ => t["Enter the mission."]).Text(Short, t);
            RuleFor(facts => facts.Link).Link(t);
        }
    }
}
