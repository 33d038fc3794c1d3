using System.Globalization;
using System.Net.Mail;
using FluentValidation;
using JobTracker.Kernel;
using Microsoft.Extensions.Localization;

namespace JobTracker.Features.Accounts;

/// <summary>E-mail addresses: what is one, and when two are the same.</summary>
public static class Emails
{
    public const int Most = 254;

    /// <summary>Case does not count; nothing else is folded, for two mailboxes must never share an account.</summary>
    public static string Normalize(string email) => email.Normalize().ToUpperInvariant();

    public static IRuleBuilderOptions<T, string?> Email<T>(this IRuleBuilder<T, string?> rule, IStringLocalizer t) =>
        rule.Must(IsEmail).WithMessage(_ => t["Enter an e-mail address, such as name@example.org."]);

    private static bool IsEmail(string? text) =>
        text is { Length: > 2 and <= Most }
        && Rules.IsStorable(text)
        && !text.Any(character =>
            char.IsWhiteSpace(character) || char.IsControl(character) || character is '"' or '<' or '>' or '(' or ')' or ',' or ';'
        )
        && MailAddress.TryCreate(text, out var address)
        && string.Equals(address.Address, text, StringComparison.Ordinal)
        && address.Host.Contains('.', StringComparison.Ordinal)
        && IsHost(address.Host);

    /// <summary>Mail can only go to a name that the domain name system could have.</summary>
    private static bool IsHost(string host)
    {
        try
        {
            return new IdnMapping { UseStd3AsciiRules = true }
                    .GetAscii(host)
                    .Length > 0;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
