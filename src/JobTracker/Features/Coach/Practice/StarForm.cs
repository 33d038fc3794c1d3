using JobTracker.Features.Writing;
using JobTracker.Kernel;
using Microsoft.Extensions.Localization;

namespace JobTracker.Features.Coach.Practice;

/// <summary>A story in four parts, which becomes a text of the person's writing bank.</summary>
public sealed record StarForm
{
    public const int MostPart = 10_000;

    private const string Tag = "star";

    public string? Title { get; init; }
    public string? Situation { get; init; }
    public string? Task { get; init; }
    public string? Action { get; init; }
    public string? Result { get; init; }

    /// <summary>The parts that were written, each under its name.</summary>
    public NoteFacts ToFacts(IStringLocalizer t) =>
        new()
        {
            Title = Title,
            Tags = [Tag],
            Content = string.Join(
                "\n\n",
                new (string Name, string? Text)[]
                {
                    (t["Situation"], Situation),
                    (t["Task"], Task),
                    (t["Action"], Action),
                    (t["Result"], Result),
                }
                    .Where(part => Tidy.Block(part.Text) is not null)
                    .Select(part => $"## {part.Name}\n\n{part.Text}")
            ),
        };

    /// <summary>A note has one text, this form four: what is wrong with the text is said at the first of them.</summary>
    public static Outcome<NoteDetails> AtTheForm(Outcome<NoteDetails> outcome) =>
        outcome is Failed<NoteDetails> { Failure: Refused refused }
            ? new Refused(
                refused.Errors.ToDictionary(
                    error => error.Key == nameof(NoteFacts.Content) ? nameof(Situation) : error.Key,
                    error => error.Value,
                    StringComparer.Ordinal
                )
            )
            : outcome;
}
