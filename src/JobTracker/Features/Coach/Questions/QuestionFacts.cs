using FluentValidation;
using JobTracker.Kernel;
using Microsoft.Extensions.Localization;

namespace JobTracker.Features.Coach.Questions;

/// <summary>What a person writes of a question: the body of POST and PATCH, and the forms.</summary>
public sealed record QuestionFacts
{
    /// <summary>Chosen once: a question stays with its application.</summary>
    public Guid? ApplicationId { get; init; }
    public QuestionKind Kind { get; init; } = QuestionKind.Behavioural;
    public string? Text { get; init; }
    public string? Why { get; init; }

    /// <summary>As it is kept: trimmed, and nothing instead of an empty text.</summary>
    public QuestionFacts Tidied() => this with { Text = Tidy.Line(Text), Why = Tidy.Line(Why) };

    public sealed class Rules : AbstractValidator<QuestionFacts>
    {
        public const int MostText = 500;

        public Rules(IStringLocalizer<Texts> t)
        {
            RuleFor(facts => facts.ApplicationId).NotNull().WithMessage(_ => t["Choose the application."]);
            RuleFor(facts => facts.Text).NotEmpty().WithMessage(_ => t["Enter the question."]).Text(MostText, t);
            RuleFor(facts => facts.Why).Text(MostText, t);
        }
    }
}
