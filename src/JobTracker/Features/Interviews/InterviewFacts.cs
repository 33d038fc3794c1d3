using FluentValidation;
using JobTracker.Kernel;
using Microsoft.Extensions.Localization;

namespace JobTracker.Features.Interviews;

/// <summary>What a person writes of an interview: the body of POST and PUT, and, with a local time, the form.</summary>
public sealed record InterviewFacts
{
    /// <summary>Needed when it is added; it stays what it is from then on.</summary>
    public Guid? ApplicationId { get; init; }
    public DateTimeOffset? StartsAt { get; init; }

    /// <summary>IANA name: the zone that the time was agreed in; the person's own when left out.</summary>
    public string? TimeZone { get; init; }
    public int DurationMinutes { get; init; } = Rules.UsualDuration;
    public InterviewType Type { get; init; } = InterviewType.Other;
    public InterviewFormat Format { get; init; } = InterviewFormat.Video;
    public string? Location { get; init; }
    public InterviewStatus Status { get; init; } = InterviewStatus.Planned;
    public string? Interviewer { get; init; }
    public string? Comment { get; init; }
    public string? Debrief { get; init; }

    /// <summary>As it is kept: trimmed, and nothing instead of an empty text.</summary>
    public InterviewFacts Tidied() =>
        this with
        {
            StartsAt = StartsAt is { } instant ? Calendar.Storable(instant) : null,
            Location = Tidy.Line(Location),
            Interviewer = Tidy.Line(Interviewer),
            Comment = Tidy.Block(Comment),
            Debrief = Tidy.Block(Debrief),
        };

    public sealed class Rules : AbstractValidator<InterviewFacts>
    {
        public const int UsualDuration = 60;
        public const int ShortestDuration = 5;
        public const int LongestDuration = 480;
        public const int MostLocation = 500;
        public const int MostInterviewer = 200;
        public const int MostText = 10_000;

        public Rules(IStringLocalizer<Texts> t)
        {
            RuleFor(facts => facts.StartsAt).NotNull().WithMessage(_ => t["Say when it starts."]).Instant(t);
            RuleFor(facts => facts.TimeZone)
                .Must(zone => zone is null || Calendar.IsZone(zone))
                .WithMessage(_ => t["Choose a time zone of the list."]);
            RuleFor(facts => facts.DurationMinutes)
                .InclusiveBetween(ShortestDuration, LongestDuration)
                .WithMessage(_ => t["Use a number from {0} to {1}.", ShortestDuration, LongestDuration]);
            RuleFor(facts => facts.Location).Text(MostLocation, t);
            RuleFor(facts => facts.Interviewer).Text(MostInterviewer, t);
            RuleFor(facts => facts.Comment).Text(MostText, t);
            RuleFor(facts => facts.Debrief).Text(MostText, t);
        }
    }
}
