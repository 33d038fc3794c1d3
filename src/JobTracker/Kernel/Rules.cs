using FluentValidation;
using Microsoft.Extensions.Localization;

namespace JobTracker.Kernel;

/// <summary>The rules that many inputs share, each with its sentence.</summary>
public static class Rules
{
    public static readonly DateOnly FirstDay = new(1970, 1, 1);
    public static readonly DateOnly LastDay = new(2100, 12, 31);
    private static readonly DateTimeOffset FirstInstant = new(FirstDay, TimeOnly.MinValue, TimeSpan.Zero);
    private static readonly DateTimeOffset EndOfInstants = new(LastDay.AddDays(1), TimeOnly.MinValue, TimeSpan.Zero);
    private const int MaxLinkLength = 2_000;

    /// <summary>Null when the input keeps every rule.</summary>
    public static Refused? Check<T>(this IValidator<T> rules, T input)
    {
        var result = rules.Validate(input);
        return result.IsValid
            ? null
            : new Refused(
                result
                    .Errors.GroupBy(error => error.PropertyName, StringComparer.Ordinal)
                    .ToDictionary(
                        group => group.Key,
                        group => group.Select(error => error.ErrorMessage).Distinct().ToArray(),
                        StringComparer.Ordinal
                    )
            );
    }

    /// <summary>What both refuse.</summary>
    public static Refused And(Refused? one, Refused other) =>
        one is null ? other : new Refused(one.Errors.Concat(other.Errors).ToDictionary(StringComparer.Ordinal));

    /// <summary>Text of at most so many characters, which the database can hold.</summary>
    public static IRuleBuilderOptions<T, string?> Text<T>(this IRuleBuilder<T, string?> rule, int most, IStringLocalizer t) =>
        rule.MaximumLength(most)
            .WithMessage(_ => t["Use at most {0} characters.", most])
            .Must(text => text is null || IsStorable(text))
            .WithMessage(_ => t["This text has a character that cannot be kept."]);

    /// <summary>A calendar day within reason.</summary>
    public static IRuleBuilderOptions<T, DateOnly?> Day<T>(this IRuleBuilder<T, DateOnly?> rule, IStringLocalizer t) =>
        rule.Must(day => day is null || (day >= FirstDay && day <= LastDay)).WithMessage(_ => t["Use a date between 1970 and 2100."]);

    /// <summary>An instant within reason.</summary>
    public static IRuleBuilderOptions<T, DateTimeOffset?> Instant<T>(this IRuleBuilder<T, DateTimeOffset?> rule, IStringLocalizer t) =>
        rule.Must(instant => instant is null || (instant >= FirstInstant && instant < EndOfInstants))
            .WithMessage(_ => t["Use a date between 1970 and 2100."]);

    /// <summary>An absolute http or https address.</summary>
    public static IRuleBuilderOptions<T, string?> Link<T>(this IRuleBuilder<T, string?> rule, IStringLocalizer t) =>
        rule.Text(MaxLinkLength, t)
            .Must(link => link is null || IsWebAddress(link))
            .WithMessage(_ => t["Enter a full web address that begins with https:// or http://."]);

    /// <summary>True when the text has neither U+0000 nor half a surrogate pair: PostgreSQL takes neither.</summary>
    public static bool IsStorable(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] == '\0')
                return false;
            if (!char.IsSurrogate(text[at]))
                continue;
            if (at + 1 >= text.Length || !char.IsSurrogatePair(text[at], text[at + 1]))
                return false;
            at++;
        }
        return true;
    }

    /// <summary>True for an absolute http or https address without white space: it may stand behind a link.</summary>
    public static bool IsWebAddress(string link) =>
        Uri.TryCreate(link, UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp)
        && address.Host.Length > 0
        && link.StartsWith(address.Scheme + "://", StringComparison.OrdinalIgnoreCase)
        && !link.Any(char.IsControl)
        && !link.Any(char.IsWhiteSpace);
}
