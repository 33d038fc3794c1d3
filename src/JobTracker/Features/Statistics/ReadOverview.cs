using FluentValidation;
using JobTracker.Kernel;
using Microsoft.Extensions.Localization;

namespace JobTracker.Features.Statistics;

/// <summary>All figures of somebody's applications in a period.</summary>
public sealed class ReadOverview(ReadOverview.Rules rules)
{
    public sealed record Input
    {
        public DateOnly? From { get; init; }
        public DateOnly? To { get; init; }

        /// <summary>Of the timeline; when left out, what suits the length of the period.</summary>
        public Interval? Interval { get; init; }
    }

    public sealed class Rules : AbstractValidator<Input>
    {
        public Rules(IStringLocalizer<Texts> t)
        {
            RuleFor(input => input.From).Day(t);
            RuleFor(input => input.To).Day(t);
            RuleFor(input => input.To)
                .Must((input, to) => to is null || input.From is null || to >= input.From)
                .WithMessage(_ => t["The last day cannot come before the first."]);
        }
    }

    public Task<Outcome<Overview>> RunAsync(UserId owner, Input input, CancellationToken cancel) =>
        rules.Check(input) is { } refused
            ? Task.FromResult<Outcome<Overview>>(refused)
            : throw new NotSupportedException("The figures come with the next commit.");
}
