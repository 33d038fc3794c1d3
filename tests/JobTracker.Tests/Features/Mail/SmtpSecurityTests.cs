using JobTracker.Features.Mail;
using JobTracker.Features.Mail.Smtp;
using JobTracker.Testing;
using JobTracker.Testing.Mail;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace JobTracker.Tests.Features.Mail;

/// <summary>Encryption and sign-in: nothing is said in clear that must not be, and nobody is believed without a certificate.</summary>
public sealed class SmtpSecurityTests : IDisposable
{
    private const string User = "jobs@example.org";
    private const string Password = "p@ss/wörd: 1";
    private const string Credentials = "jobs%40example.org:p%40ss%2Fw%C3%B6rd%3A%201";
    private readonly MailCertificate certificate = new("127.0.0.1");

    public void Dispose() => certificate.Dispose();

    [Theory]
    [InlineData("starttls", "smtp", "")]
    [InlineData("starttls", "smtp", "PLAIN")]
    [InlineData("tls", "smtps", "")]
    [InlineData("tls", "smtps", "PLAIN")]
    public async Task Mail_goes_encrypted_and_signed_in(string mode, string scheme, string without)
    {
        await using var server = await StartAsync(mode, without);
        await using var app = await AppAsync($"{scheme}://{Credentials}@127.0.0.1:{server.Port}");
        await Letters.EnqueueAsync(app, Letters.To(Letters.NewAddress()));
        var mail = await server.MailAsync();
        Assert.Equal(("true", User), (mail.Text("encrypted"), mail.Text("user")));
    }

    [Fact]
    public async Task A_wrong_password_stops_all_mail_and_loses_none()
    {
        await using var server = await StartAsync("starttls");
        await using var app = await AppAsync($"smtp://jobs%40example.org:wrong@127.0.0.1:{server.Port}");
        await Letters.EnqueueAsync(app, Letters.To(Letters.NewAddress()));
        var row = await Letters.RowAsync(app, row => row.Attempts == 1 && row.Lease == null);
        Assert.Equal((MailState.Waiting, "sign_in_refused", 535), (row.State, row.Reason, row.Reply));
    }

    [Fact]
    public async Task A_server_that_wants_a_sign_in_gets_no_mail_without_one()
    {
        await using var server = await StartAsync("starttls");
        await using var app = await AppAsync($"smtp://127.0.0.1:{server.Port}");
        await Letters.EnqueueAsync(app, Letters.To(Letters.NewAddress()));
        Assert.Equal(MailState.Waiting, (await Letters.RowAsync(app, row => row.Attempts == 1 && row.Lease == null)).State);
    }

    [Theory]
    [InlineData("starttls", "smtp")]
    [InlineData("tls", "smtps")]
    public async Task A_certificate_that_nobody_vouches_for_is_not_believed(string mode, string scheme)
    {
        await using var server = await StartAsync(mode);
        using var other = new MailCertificate("127.0.0.1");
        await using var app = await AppAsync($"{scheme}://{Credentials}@127.0.0.1:{server.Port}", other);
        await AssertNotEncryptedAsync(app, server);
    }

    [Fact]
    public async Task A_certificate_for_another_name_is_not_believed()
    {
        await using var server = await StartAsync("tls");
        await using var app = await AppAsync($"smtps://{Credentials}@localhost:{server.Port}");
        await AssertNotEncryptedAsync(app, server);
    }

    [Fact]
    public async Task A_password_is_not_sent_in_clear_to_another_machine()
    {
        await using var server = await MailServer.StartAsync(new() { User = User, Password = Password });
        // It does not say that it is this machine.
        await using var app = await AppAsync($"smtp://{Credentials}@0.0.0.0:{server.Port}");
        await AssertNotEncryptedAsync(app, server);
    }

    [Fact]
    public async Task On_this_machine_a_password_may_be_sent_in_clear()
    {
        await using var server = await MailServer.StartAsync(new() { User = User, Password = Password });
        await using var app = await AppAsync($"smtp://{Credentials}@127.0.0.1:{server.Port}");
        await Letters.EnqueueAsync(app, Letters.To(Letters.NewAddress()));
        Assert.Equal(User, (await server.MailAsync()).Text("user"));
    }

    private static async Task AssertNotEncryptedAsync(JobTrackerApp app, MailServer server)
    {
        await Letters.EnqueueAsync(app, Letters.To(Letters.NewAddress()));
        var row = await Letters.RowAsync(app, row => row.Attempts == 1 && row.Lease == null);
        Assert.Equal((MailState.Waiting, "not_encrypted"), (row.State, row.Reason));
        Assert.Empty(server.Mails);
    }

    private Task<MailServer> StartAsync(string mode, string without = "") =>
        MailServer.StartAsync(
            new()
            {
                Mode = mode,
                User = User,
                Password = Password,
                Without = without.Length > 0 ? [without] : [],
                Certificate = certificate.CertificateFile,
                Key = certificate.KeyFile,
            }
        );

    private Task<JobTrackerApp> AppAsync(string url, MailCertificate? trusted = null) =>
        JobTrackerApp.StartAsync(
            services => services.Replace(ServiceDescriptor.Singleton(new SmtpTrust { Roots = [(trusted ?? certificate).Certificate] })),
            Smtp.Settings(url)
        );
}
