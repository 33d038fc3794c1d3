using System.Diagnostics;
using System.Diagnostics.Metrics;
using JobTracker.Kernel;

namespace JobTracker.Features.Coach.Providers;

/// <summary>The numbers and spans of the coach, made once.</summary>
public sealed class CoachInstruments
{
    /// <summary>The name under which they are found.</summary>
    public const string Name = "JobTracker.Coach";

    internal static readonly ActivitySource Spans = new(Name);
    private readonly Histogram<double> took;
    private readonly Histogram<double> firstText;
    private readonly Counter<long> tokens;

    public CoachInstruments(IMeterFactory meters)
    {
        var meter = meters.Create(Name);
        took = meter.CreateHistogram<double>("jobtracker.coach.answer.duration", "s", "How long answers take to their end");
        firstText = meter.CreateHistogram<double>("jobtracker.coach.answer.first_text", "s", "How long answers take to their first text");
        tokens = meter.CreateCounter<long>("jobtracker.coach.tokens", "{token}", "Tokens sent and received");
    }

    internal void Record(Asked asked, AnswerCourse course)
    {
        var tags = new TagList
        {
            { "provider", Wire.Name(asked.Provider) },
            { "model", asked.Model },
            { "purse", Wire.Name(asked.Purse) },
        };
        Count(course.Usage?.InputTokenCount, "input", tags);
        Count(course.Usage?.OutputTokenCount, "output", tags);
        tags.Add("result", course.Result);
        took.Record(course.Took.TotalSeconds, tags);
        if (course.FirstText is { } first)
            firstText.Record(first.TotalSeconds, tags);
    }

    private void Count(long? used, string direction, TagList tags)
    {
        tags.Add("direction", direction);
        if (used > 0)
            tokens.Add(used.Value, tags);
    }
}
