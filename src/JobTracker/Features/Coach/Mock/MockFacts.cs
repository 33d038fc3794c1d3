using FluentValidation;
using JobTracker.Features.Interviews;
using JobTracker.Kernel;
using Microsoft.Extensions.Localization;

namespace JobTracker.Features.Coach.Mock;

/// <summary>What a mock interview is to be like.</summary>
public sealed record MockFacts
{
    public Guid? ApplicationId { get; init; }
    public InterviewType Type { get; init; } = InterviewType.Hr;
    public int Questions { get; init; } = Rules.UsualQuestions;
    public string? Language { get; init; }
    public Difficulty Difficulty { get; init; } = Difficulty.Usual;

    public sealed class Rules : AbstractValidator<MockFacts>
    {
        public const int FewestQuestions = 3;
        public const int MostQuestions = 10;
        public const int UsualQuestions = 5;

        public Rules(IStringLocalizer<Texts> t)
        {
            RuleFor(facts => facts.ApplicationId).NotNull().WithMessage(_ => t["Choose the application."]);
            RuleFor(facts => facts.Questions)
                .InclusiveBetween(FewestQuestions, MostQuestions)
                .WithMessage(_ => t["Use a number from {0} to {1}.", FewestQuestions, MostQuestions]);
            RuleFor(facts => facts.Language)
                .Must(language => language is not null && Locales.All.Contains(language))
                .WithMessage(_ => t["Choose a language."]);
            RuleFor(facts => facts.Type).IsInEnum().WithMessage(_ => t["This value cannot be read."]);
            RuleFor(facts => facts.Difficulty).IsInEnum().WithMessage(_ => t["This value cannot be read."]);
        }
    }
}
