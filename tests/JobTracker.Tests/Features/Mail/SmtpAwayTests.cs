using JobTracker.Features.Mail;
using JobTracker.Features.Mail.Delivery;
using JobTracker.Testing;
using JobTracker.Testing.Mail;
using JobTracker.Tests.Delivery;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Environments = JobTracker.Tests.Delivery.Environments;

namespace JobTracker.Tests.Features.Mail;

/// <summary>Servers that go away, and processes that die in the middle.</summary>
[Collection(ProcessesAlone.Name)]
public sealed class SmtpAwayTests
{
    private const string Secret = "pW3e-mail-kill-Vu8nB2kM7xQ4tR9zF6aS1dG5";

    [Fact]
    public async Task Mail_waits_for_a_server_that_is_away_and_arrives_once_when_it_is_back()
    {
        int port;
        await using (var gone = await MailServer.StartAsync())
            port = gone.Port;
        await using var app = await JobTrackerApp.StartAsync(Smtp.Settings($"smtp://127.0.0.1:{port}"));
        await Letters.EnqueueAsync(app, Letters.To(Letters.NewAddress()));
        var row = await Letters.RowAsync(app, row => row.Attempts == 1 && row.Lease == null);
        Assert.Equal((MailState.Waiting, "server_away", null), (row.State, row.Reason, row.HandedOverAt));
        await using var back = await MailServer.StartAsync(new() { Port = port });
        await app.LetMailWaitAsync(TimeSpan.FromMinutes(1));
        Assert.Equal($"<{row.Id:N}@example.org>", Smtp.Header(await back.MailAsync(), "Message-ID"));
        await Letters.RowAsync(app, row => row.State == MailState.Sent);
        Assert.Single(back.Mails);
    }

    [Theory]
    [InlineData("stall", false)]
    [InlineData("hold", true)]
    public async Task A_process_that_is_killed_while_it_sends_has_its_mail_sent_by_another(string when, bool hadHandedOver)
    {
        await using var server = await MailServer.StartAsync();
        var settings = Smtp.Settings($"smtp://127.0.0.1:{server.Port}");
        await using var app = await JobTrackerApp.StartAsync([.. settings, ("DATA_PROTECTION_SECRET", Secret)]);
        var rounds = app.Services.GetServices<IHostedService>().Single(service => service.GetType().Name == "MailRounds");
        await rounds.StopAsync(default);
        await Letters.EnqueueAsync(app, Letters.To($"{when}.ada@example.org"));
        var environment = Environments.Production(
            app.ConnectionString,
            [
                .. settings.Select(setting => (setting.Name.Replace(":", "__", StringComparison.Ordinal), setting.Value)),
                ("DATA_PROTECTION_SECRET", Secret),
            ]
        );
        await using (var killed = JobTrackerProcess.Start(environment))
        {
            await server.HeldAsync();
            await killed.KillAsync();
        }
        server.LetGo();
        var left = await Letters.RowAsync(app, row => row.Attempts == 1);
        Assert.Equal(hadHandedOver, left.HandedOverAt is not null);

        await rounds.StartAsync(default);
        await app.MailIsQuietAsync();
        Assert.Equal(left.Lease, (await Letters.RowAsync(app, _ => true)).Lease);
        await app.LetMailWaitAsync(OutboxLeases.Lease);
        // The id by which a mailbox that got it the first time, too, knows it again.
        Assert.Equal($"<{left.Id:N}@example.org>", Smtp.Header(await server.MailAsync(), "Message-ID"));
        await Letters.RowAsync(app, row => row.State == MailState.Sent && row.Attempts == 2);
        Assert.Single(server.Mails);
    }

    [Fact]
    public async Task A_process_that_is_asked_to_stop_finishes_the_mail_that_it_has_handed_over()
    {
        await using var server = await MailServer.StartAsync();
        var settings = Smtp.Settings($"smtp://127.0.0.1:{server.Port}");
        await using var app = await JobTrackerApp.StartAsync(settings);
        await Letters.EnqueueAsync(app, Letters.To("hold.ada@example.org"));
        await server.HeldAsync();
        var rounds = app.Services.GetServices<IHostedService>().Single(service => service.GetType().Name == "MailRounds");
        var stopping = rounds.StopAsync(default);
        Assert.False(stopping.IsCompleted);
        server.LetGo();
        await stopping;
        Assert.Equal(MailState.Sent, (await Letters.RowAsync(app, _ => true)).State);
    }
}
