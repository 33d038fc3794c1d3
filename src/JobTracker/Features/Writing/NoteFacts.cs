using FluentValidation;
using JobTracker.Kernel;
using Microsoft.Extensions.Localization;

namespace JobTracker.Features.Writing;

/// <summary>What a person writes of a note: the body of POST and PUT, and the form.</summary>
public sealed record NoteFacts
{
    /// <summary>Null keeps it in the writing bank.</summary>
    public Guid? ApplicationId { get; init; }
    public string? Title { get; init; }
    public IReadOnlyList<string> Tags { get; init; } = [];
    public string? Content { get; init; }

    /// <summary>As it is kept: trimmed, each tag once.</summary>
    public NoteFacts Tidied() =>
        this with
        {
            Title = Tidy.Line(Title),
            Tags = [.. Tags.Select(tag => Tidy.Line(tag) ?? "").Distinct(StringComparer.OrdinalIgnoreCase)],
            Content = Tidy.Block(Content),
        };

    public sealed class Rules : AbstractValidator<NoteFacts>
    {
        public const int MostTitle = 200;
        public const int MostTags = 20;
        public const int MostTag = 40;
        public const int MostContent = 50_000;

        public Rules(IStringLocalizer<Texts> t)
        {
            RuleFor(facts => facts.Title).NotEmpty().WithMessage(_ => t["Enter a title."]).Text(MostTitle, t);
            RuleFor(facts => facts.Content).NotEmpty().WithMessage(_ => t["Write something."]).Text(MostContent, t);
            RuleFor(facts => facts.Tags)
                .Must(tags => tags.Count <= MostTags)
                .WithMessage(_ => t["Use at most {0} tags.", MostTags])
                .Must(tags => tags.All(tag => tag.Length <= MostTag && Folding.Fold(tag).Length > 0 && Kernel.Rules.IsStorable(tag)))
                .WithMessage(_ => t["A tag has 1 to {0} characters.", MostTag]);
        }
    }
}
