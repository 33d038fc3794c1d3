using JobTracker.Features.Mail.Delivery;
using JobTracker.Features.Mail.Smtp;
using JobTracker.Web.Hosting;
using Microsoft.Extensions.Options;

namespace JobTracker.Features.Mail;

/// <summary>The outbox and the way out of it.</summary>
public static class MailExtensions
{
    private const string Folder = "mail";

    public static WebApplicationBuilder AddMail(this WebApplicationBuilder builder)
    {
        builder.AddSettings<SmtpOptions>(SmtpOptions.Section).AddSettings<SiteOptions>(SiteOptions.Section);
        var services = builder.Services;
        services.AddSingleton<IValidateOptions<SmtpOptions>, SmtpOptions.Rules>();
        services.AddSingleton<IValidateOptions<SiteOptions>, SiteOptions.Rules>();
        services.AddOptions<SmtpOptions>().ValidateOnStart();
        services.AddOptions<SiteOptions>().ValidateOnStart();
        services.AddSingleton(made => new MailStanding(made.GetRequiredService<IOptions<SmtpOptions>>(), builder.Environment));
        services.AddSingleton<SmtpTrust>().AddSingleton<SiteLinks>().AddSingleton<OutboxBell>().AddSingleton<OutboxSeals>();
        services.AddSingleton<IMailCarrier>(made =>
            made.GetRequiredService<IOptions<SmtpOptions>>().Value.IsNamed
                ? ActivatorUtilities.CreateInstance<SmtpCarrier>(made)
                : ActivatorUtilities.CreateInstance<FileCarrier>(made, Path.Combine(DataFolder.Of(builder.Environment), Folder))
        );
        services
            .AddScoped<Outbox>()
            .AddScoped<OutboxLeases>()
            .AddScoped<DeliverMail>()
            .AddSingleton<MailInstruments>()
            .AddHostedService<MailRounds>();
        return builder;
    }
}
