using JobTracker.Features.Mail.Smtp;
using Microsoft.Extensions.Options;

namespace JobTracker.Features.Mail;

/// <summary>Whether this site sends mail. Where it does not, everything that would need one says so.</summary>
public sealed class MailStanding(bool isOn)
{
    /// <summary>Mail is on where a server is named, and in Development, which writes it to files.</summary>
    public MailStanding(IOptions<SmtpOptions> options, IHostEnvironment environment)
        : this(options.Value.IsNamed || environment.IsDevelopment()) { }

    public bool IsOn => isOn;
}
