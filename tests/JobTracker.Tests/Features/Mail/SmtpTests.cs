using System.Text.Json.Nodes;
using JobTracker.Features.Mail;
using JobTracker.Testing;
using JobTracker.Testing.Mail;

namespace JobTracker.Tests.Features.Mail;

/// <summary>Mail against a real server: what arrives, and what becomes of what does not.</summary>
public sealed class SmtpTests : IAsyncLifetime
{
    private MailServer? server;
    private JobTrackerApp? app;

    private MailServer Server => server!;
    private JobTrackerApp App => app!;

    public async ValueTask InitializeAsync()
    {
        server = await MailServer.StartAsync();
        app = await JobTrackerApp.StartAsync(Smtp.Settings($"smtp://127.0.0.1:{server.Port}"));
    }

    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        await Server.DisposeAsync();
    }

    [Fact]
    public async Task A_mail_arrives_once_in_two_forms_from_the_configured_sender()
    {
        var to = Letters.NewAddress();
        await Letters.EnqueueAsync(App, Letters.To(to));
        var mail = await Server.MailAsync();
        Assert.Empty(mail["defects"]!.AsArray());
        Assert.Equal(("jobs@example.org", to), (mail.Text("sender"), mail["recipients"]![0]!.GetValue<string>()));
        Assert.Equal("Équipe JobTracker <jobs@example.org>", Smtp.Header(mail, "From"));
        Assert.Equal("Confirm your address", Smtp.Header(mail, "Subject"));
        Assert.Equal("auto-generated", Smtp.Header(mail, "Auto-Submitted"));
        Assert.Equal("multipart/alternative", mail.Text("type"));
        Assert.Equal(["text/plain", "text/html"], mail["parts"]!.AsArray().Select(part => part!.Text("type")!));
        Assert.All(
            mail["parts"]!.AsArray(),
            part => Assert.Contains("https://jobs.example.org/account/confirm?token=abc", part!.Text("text"))
        );
        Assert.Equal("true", mail.Text("is_ascii"));
        Assert.InRange(mail["longest_line"]!.GetValue<int>(), 1, 100);
        var row = await Letters.RowAsync(App, row => row.State == MailState.Sent);
        Assert.Equal($"<{row.Id:N}@example.org>", Smtp.Header(mail, "Message-ID"));
        Assert.Single(Server.Mails);
    }

    [Fact]
    public async Task Every_sign_comes_through_as_it_was_written()
    {
        const string line = "Élodie = « 東京 » 🙂 <b>&amp;\t\\ = =20 .";
        var letter = Letters.To(Letters.NewAddress()) with
        {
            Locale = "fr",
            Subject = "Réinitialisez votre mot de passe : un lien valable une heure, puis plus jamais, même ici 🙂",
            Parts =
            [
                new Paragraph(line),
                new Paragraph(".\n..\nFrom here on"),
                new Paragraph(new string('é', 500)),
                new Paragraph("ends in a space "),
            ],
        };
        await Letters.EnqueueAsync(App, letter);
        var mail = await Server.MailAsync();
        Assert.Empty(mail["defects"]!.AsArray());
        Assert.Equal(letter.Subject, Smtp.Header(mail, "Subject"));
        Assert.Equal("fr", Smtp.Header(mail, "Content-Language"));
        var text = mail["parts"]![0]!.Text("text")!;
        Assert.Equal(
            $"{line}\n\n.\n..\nFrom here on\n\n{new string('é', 500)}\n\nends in a space \n\n-- \nJobTracker\nhttps://jobs.example.org/\n",
            text.ReplaceLineEndings("\n").TrimEnd('\n') + "\n"
        );
        Assert.Contains("&lt;b&gt;&amp;amp;", mail["parts"]![1]!.Text("text"), StringComparison.Ordinal);
        Assert.Contains("<p>.<br>", mail["parts"]![1]!.Text("text"), StringComparison.Ordinal);
        Assert.InRange(mail["longest_line"]!.GetValue<int>(), 1, 100);
    }

    [Fact]
    public async Task Line_breaks_in_a_subject_make_no_further_headers()
    {
        var letter = Letters.To(Letters.NewAddress()) with { Subject = "Hello\r\nBcc: all@example.org\r\n\r\nBody\u2028X" };
        await Letters.EnqueueAsync(App, letter);
        var mail = await Server.MailAsync();
        Assert.DoesNotContain(mail["headers"]!.AsArray(), header => header![0]!.GetValue<string>() == "Bcc");
        Assert.Single(mail["recipients"]!.AsArray());
        Assert.StartsWith("Hello", Smtp.Header(mail, "Subject"), StringComparison.Ordinal);
        Assert.Equal(2, mail["parts"]!.AsArray().Count);
    }

    [Fact]
    public async Task A_bounce_is_given_up_at_once_and_its_words_are_not_kept()
    {
        await Letters.EnqueueAsync(App, Letters.To("bounce.ada@example.org"));
        var row = await Letters.RowAsync(App, row => row.State == MailState.GivenUp);
        Assert.Equal(("address_refused", 550, 1), (row.Reason, row.Reply, row.Attempts));
    }

    [Fact]
    public async Task A_text_that_the_server_does_not_like_is_given_up_at_once()
    {
        await Letters.EnqueueAsync(App, Letters.To("spam.ada@example.org"));
        var row = await Letters.RowAsync(App, row => row.State == MailState.GivenUp);
        Assert.Equal(("message_refused", 554, 1), (row.Reason, row.Reply, row.Attempts));
    }

    [Fact]
    public async Task What_is_refused_for_now_arrives_at_the_next_attempt()
    {
        await Letters.EnqueueAsync(App, Letters.To("busy.ada@example.org"));
        var row = await Letters.RowAsync(App, row => row.Attempts == 1 && row.Lease == null);
        Assert.Equal(("server_busy", 451), (row.Reason, row.Reply));
        await App.LetMailWaitAsync(TimeSpan.FromMinutes(1));
        await Server.MailAsync();
        Assert.Equal(2, (await Letters.RowAsync(App, mail => mail.State == MailState.Sent)).Attempts);
    }

    [Fact]
    public async Task One_refusal_does_not_hold_up_the_others()
    {
        foreach (var name in new[] { "bounce.a", "ada", "spam.b", "grace", "busy.c", "edith" })
            await Letters.EnqueueAsync(App, Letters.To($"{name}@example.org"));
        JsonNode[] mails = [await Server.MailAsync(), await Server.MailAsync(), await Server.MailAsync()];
        Assert.Equal(
            ["ada@example.org", "edith@example.org", "grace@example.org"],
            mails.Select(mail => mail["recipients"]![0]!.GetValue<string>()).Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task Two_processes_send_each_of_many_mails_once()
    {
        await using var other = App.StartAnother(Smtp.Settings($"smtp://127.0.0.1:{Server.Port}"));
        var addresses = Enumerable.Range(0, 60).Select(_ => Letters.NewAddress()).ToArray();
        await Task.WhenAll(addresses.Select((to, at) => Letters.EnqueueAsync(at % 2 == 0 ? App : other, Letters.To(to))));
        foreach (var _ in addresses)
            await Server.MailAsync();
        await App.MailIsQuietAsync();
        Assert.Equal(
            addresses.Order(StringComparer.Ordinal),
            Server.Mails.Select(mail => mail["recipients"]![0]!.GetValue<string>()).Order(StringComparer.Ordinal)
        );
    }
}
