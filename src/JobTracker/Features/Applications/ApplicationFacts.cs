using FluentValidation;
using JobTracker.Kernel;
using Microsoft.Extensions.Localization;

namespace JobTracker.Features.Applications;

/// <summary>What a person writes of an application: the body of POST and PUT, and the form.</summary>
public sealed record ApplicationFacts
{
    public string? Company { get; init; }
    public string? Position { get; init; }
    public EmploymentType? EmploymentType { get; init; }
    public string? Location { get; init; }
    public Channel? Channel { get; init; }
    public string? Link { get; init; }
    public string? Salary { get; init; }
    public string? Contact { get; init; }
    public ApplicationStatus Status { get; init; } = ApplicationStatus.Draft;
    public DateOnly? DueOn { get; init; }
    public DateOnly? AppliedOn { get; init; }
    public DateOnly? RespondedOn { get; init; }
    public string? Comment { get; init; }
    public string? Posting { get; init; }
    public bool IsFavorite { get; init; }

    /// <summary>As it is kept: trimmed, and nothing instead of an empty text.</summary>
    public ApplicationFacts Tidied() =>
        this with
        {
            Company = Tidy.Line(Company),
            Position = Tidy.Line(Position),
            Location = Tidy.Line(Location),
            Link = Tidy.Line(Link),
            Salary = Tidy.Line(Salary),
            Contact = Tidy.Line(Contact),
            Comment = Tidy.Block(Comment),
            Posting = Tidy.Block(Posting),
        };

    public sealed class Rules : AbstractValidator<ApplicationFacts>
    {
        public const int Short = 200;
        public const int MostComment = 10_000;
        public const int MostPosting = 100_000;

        public Rules(IStringLocalizer<Texts> t)
        {
            RuleFor(facts => facts.Company).NotEmpty().WithMessage(_ => t["Enter the company."]).Text(Short, t);
            RuleFor(facts => facts.Position).NotEmpty().WithMessage(_ => t["Enter the position."]).Text(Short, t);
            RuleFor(facts => facts.Location).Text(Short, t);
            RuleFor(facts => facts.Salary).Text(Short, t);
            RuleFor(facts => facts.Contact).Text(Short, t);
            RuleFor(facts => facts.Link).Link(t);
            RuleFor(facts => facts.DueOn).Day(t);
            RuleFor(facts => facts.AppliedOn).Day(t);
            RuleFor(facts => facts.RespondedOn)
                .Day(t)
                .Must((facts, day) => day is null || facts.AppliedOn is null || day >= facts.AppliedOn)
                .WithMessage(_ => t["The response cannot come before the application."]);
            RuleFor(facts => facts.Comment).Text(MostComment, t);
            RuleFor(facts => facts.Posting).Text(MostPosting, t);
        }
    }
}
