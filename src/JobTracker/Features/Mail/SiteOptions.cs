using JobTracker.Features.Mail.Smtp;
using JobTracker.Web;
using Microsoft.Extensions.Options;

namespace JobTracker.Features.Mail;

/// <summary>How the site is reached from outside (section <c>Public</c>).</summary>
public sealed class SiteOptions
{
    public const string Section = "Public";
    internal const string Setting = $"{Section}__{nameof(BaseUrl)}";

    /// <summary>Scheme and name, and a port where it is not the usual one.</summary>
    public string? BaseUrl { get; set; }

    /// <summary>Stops start-up with a sentence that names the setting.</summary>
    internal sealed class Rules(IConfiguration configuration, IHostEnvironment environment) : IValidateOptions<SiteOptions>
    {
        public ValidateOptionsResult Validate(string? name, SiteOptions options)
        {
            if (string.IsNullOrEmpty(options.BaseUrl))
                return environment.IsDevelopment() || string.IsNullOrEmpty(configuration[SmtpOptions.UrlKey])
                    ? ValidateOptionsResult.Success
                    : ValidateOptionsResult.Fail(
                        $"{Setting} is missing: set it to the address at which people reach the site, such as https://jobs.example.org, since mails have links to it."
                    );
            return Origin.IsOne(options.BaseUrl)
                ? ValidateOptionsResult.Success
                : ValidateOptionsResult.Fail(
                    $"{Setting} must be the address of the site without a path, such as https://jobs.example.org."
                );
        }
    }
}
