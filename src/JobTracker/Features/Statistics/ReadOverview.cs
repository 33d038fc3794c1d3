using FluentValidation;
using JobTracker.Kernel;
using Microsoft.Extensions.Localization;

namespace JobTracker.Features.Statistics;

/// <summary>All figures of somebody's applications in a period.</summary>
public sealed class ReadOverview(CountApplications count, ReadOverview.Rules rules, IStringLocalizer<Texts> t)
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

    public async Task<Outcome<Overview>> RunAsync(UserId owner, Input input, CancellationToken cancel)
    {
        if (rules.Check(input) is { } refused)
            return refused;
        var period = new Period(input.From, input.To);
        if (await count.RunAsync(owner, period, cancel) is not { } tally)
            return new AccountGone();
        var interval = input.Interval ?? Timeline.Suiting(tally);
        if (Timeline.Length(tally, interval) > Timeline.MostPoints)
            return new Refused(
                nameof(Input.Interval),
                t["That would be more than {0} points. Choose a longer interval or a shorter period.", Timeline.MostPoints]
            );
        return new Overview(
            period,
            interval,
            tally.Dashboard(),
            tally.Previous(),
            Timeline.Of(tally, interval),
            Shares.ByStatus(tally, t),
            Shares.ByType(tally, t),
            Shares.ByMethod(tally, t),
            AnswerTimes.Of(tally, t),
            Ways.Funnel(tally, t),
            Ways.Flow(tally, t),
            tally.Days
        )
        {
            Today = tally.Today,
        };
    }
}
