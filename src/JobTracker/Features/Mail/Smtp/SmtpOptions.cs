using System.Net.Mail;
using Microsoft.Extensions.Options;

namespace JobTracker.Features.Mail.Smtp;

/// <summary>The server that takes our mail (section <c>Smtp</c>).</summary>
public sealed class SmtpOptions
{
    public const string Section = "Smtp";
    internal const string UrlKey = $"{Section}:{nameof(Url)}";
    private const string UrlSetting = $"{Section}__{nameof(Url)}";
    private const string FromSetting = $"{Section}__{nameof(From)}";

    /// <summary><c>smtp://user:password@host:587</c>, or <c>smtps://</c> where encryption begins at once; empty means no mail.</summary>
    public string? Url { get; set; }

    /// <summary>The sender: an address, or a name and an address as in <c>JobTracker &lt;jobs@example.org&gt;</c>.</summary>
    public string? From { get; set; }

    internal bool IsNamed => !string.IsNullOrEmpty(Url);

    /// <summary>Stops start-up with a sentence that names the setting.</summary>
    internal sealed class Rules : IValidateOptions<SmtpOptions>
    {
        public ValidateOptionsResult Validate(string? name, SmtpOptions options)
        {
            if (!options.IsNamed)
                return ValidateOptionsResult.Success;
            if (SmtpServer.Parse(options.Url!) is null)
                return ValidateOptionsResult.Fail(
                    $"{UrlSetting} must be smtp://user:password@host:587 or smtps://user:password@host:465, with %-codes for signs such as @ and / in the password."
                );
            if (string.IsNullOrWhiteSpace(options.From))
                return ValidateOptionsResult.Fail(
                    $"{FromSetting} is missing: set it to the sender of mails, such as JobTracker <jobs@example.org>."
                );
            return options.From.Any(char.IsControl) || !MailAddress.TryCreate(options.From, out _)
                ? ValidateOptionsResult.Fail(
                    $"{FromSetting} must be an e-mail address, such as jobs@example.org or JobTracker <jobs@example.org>."
                )
                : ValidateOptionsResult.Success;
        }
    }
}
