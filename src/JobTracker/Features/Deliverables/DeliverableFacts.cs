using FluentValidation;
using JobTracker.Kernel;
using Microsoft.Extensions.Localization;

namespace JobTracker.Features.Deliverables;

/// <summary>What a person writes of a deliverable: the body of POST and PUT, and the forms.</summary>
public sealed record DeliverableFacts
{
    /// <summary>Chosen once: a deliverable stays with its application.</summary>
    public Guid? ApplicationId { get; init; }
    public string? Title { get; init; }
    public DeliverableKind Kind { get; init; } = DeliverableKind.Other;
    public DateOnly? DueOn { get; init; }
    public DeliverableState State { get; init; } = DeliverableState.NotStarted;
    public string? Content { get; init; }
    public Guid? SourceWritingId { get; init; }

    /// <summary>As it is kept: trimmed, and nothing instead of an empty text.</summary>
    public DeliverableFacts Tidied() => this with { Title = Tidy.Line(Title), Content = Tidy.Block(Content) };

    public sealed class Rules : AbstractValidator<DeliverableFacts>
    {
        public const int MostTitle = 200;
        public const int MostContent = 50_000;

        public Rules(IStringLocalizer<Texts> t)
        {
            RuleFor(facts => facts.ApplicationId).NotNull().WithMessage(_ => t["Choose the application."]);
            RuleFor(facts => facts.Title).NotEmpty().WithMessage(_ => t["Enter a title."]).Text(MostTitle, t);
            RuleFor(facts => facts.DueOn).Day(t);
            RuleFor(facts => facts.Content).Text(MostContent, t);
        }
    }
}
