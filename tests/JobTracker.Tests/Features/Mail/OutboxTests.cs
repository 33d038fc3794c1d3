using JobTracker.Data;
using JobTracker.Features.Mail;
using JobTracker.Features.Mail.Delivery;
using JobTracker.Kernel;
using JobTracker.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace JobTracker.Tests.Features.Mail;

/// <summary>Letters in the outbox: when they exist, what is kept of them, and how they end.</summary>
public sealed class OutboxTests : IAsyncLifetime
{
    private JobTrackerApp? app;

    private JobTrackerApp App => app!;

    public async ValueTask InitializeAsync() => app = await JobTrackerApp.StartAsync(("Public:BaseUrl", "https://jobs.example.org"));

    public ValueTask DisposeAsync() => App.DisposeAsync();

    [Fact]
    public async Task A_letter_goes_out_once_its_transaction_is_committed_and_not_before()
    {
        var to = Letters.NewAddress();
        await using (var scope = App.Services.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<JobTrackerDb>();
            await using var work = await Work.BeginAsync(db, default);
            await scope.ServiceProvider.GetRequiredService<Outbox>().EnqueueAsync(Letters.To(to), default);
            App.Services.GetRequiredService<OutboxBell>().Ring();
            await App.MailIsQuietAsync();
            Assert.Empty(App.Mail.To(to));
            await work.CommitAsync(default);
        }
        Assert.Equal("Confirm your address", (await App.Mail.NextAsync(to, Letters.Kind)).Letter.Subject);
    }

    [Fact]
    public async Task A_mail_that_cannot_be_written_counts_its_attempts_and_keeps_nobody_else_waiting()
    {
        var (broken, other) = (Letters.NewAddress(), Letters.NewAddress());
        App.Mail.Answer = mail => mail.Letter.To == broken ? throw new InvalidOperationException("No host has this name.") : null;
        await Letters.EnqueueAsync(App, Letters.To(broken));
        await Letters.EnqueueAsync(App, Letters.To(other));
        await App.Mail.NextAsync(other, Letters.Kind);
        var row = await Letters.RowAsync(App, row => row.Attempts == 1 && row.Lease == null && row.State == MailState.Waiting);
        Assert.Equal("failed", row.Reason);
    }

    [Fact]
    public async Task A_letter_of_a_transaction_that_is_undone_never_was()
    {
        await using (var scope = App.Services.CreateAsyncScope())
        {
            await using var work = await Work.BeginAsync(scope.ServiceProvider.GetRequiredService<JobTrackerDb>(), default);
            await scope.ServiceProvider.GetRequiredService<Outbox>().EnqueueAsync(Letters.To(Letters.NewAddress()), default);
        }
        Assert.Equal(0, await App.ReadAsync(db => db.Outbox.CountAsync()));
    }

    [Fact]
    public async Task While_it_waits_neither_address_nor_text_can_be_read_and_afterwards_nothing_of_them_is_left()
    {
        var to = Letters.NewAddress();
        App.Mail.Answer = _ => new Attempt(AttemptEnd.Postponed, Attempt.Reasons.ServerBusy, 451);
        await Letters.EnqueueAsync(App, Letters.To(to));
        var waiting = await Letters.RowAsync(App, row => row.Attempts == 1 && row.Lease == null);
        Assert.Equal((MailState.Waiting, "server_busy", 451), (waiting.State, waiting.Reason, waiting.Reply));
        Assert.DoesNotContain(to, waiting.Letter, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("Confirm", waiting.Letter, StringComparison.Ordinal);

        App.Mail.Answer = _ => null;
        await App.LetMailWaitAsync(TimeSpan.FromMinutes(1));
        await App.Mail.NextAsync(to, Letters.Kind);
        var sent = await Letters.RowAsync(App, row => row.State == MailState.Sent);
        Assert.Equal((null, null, 2), (sent.Letter, sent.Reason, sent.Attempts));
    }

    [Fact]
    public async Task A_refused_address_is_given_up_at_once()
    {
        App.Mail.Answer = _ => new Attempt(AttemptEnd.Refused, Attempt.Reasons.AddressRefused, 550);
        await Letters.EnqueueAsync(App, Letters.To(Letters.NewAddress()));
        var row = await Letters.RowAsync(App, row => row.State == MailState.GivenUp);
        Assert.Equal((1, "address_refused", 550, null), (row.Attempts, row.Reason, row.Reply, row.Letter));
    }

    [Fact]
    public async Task A_server_that_stays_away_is_tried_ten_times_over_most_of_a_day()
    {
        App.Mail.Answer = _ => new Attempt(AttemptEnd.Postponed, Attempt.Reasons.ServerAway);
        var waited = TimeSpan.Zero;
        await Letters.EnqueueAsync(App, Letters.To(Letters.NewAddress()));
        for (var attempt = 1; attempt < DeliverMail.MostAttempts; attempt++)
        {
            var row = await Letters.RowAsync(App, row => row.Attempts == attempt && row.Lease == null);
            var wait = row.DueAt - TimeProvider.System.GetUtcNow();
            Assert.InRange(wait, TimeSpan.FromSeconds(1), TimeSpan.FromHours(4));
            waited += wait;
            await App.LetMailWaitAsync(wait);
        }
        Assert.Equal("server_away", (await Letters.RowAsync(App, row => row.State == MailState.GivenUp)).Reason);
        Assert.InRange(waited, TimeSpan.FromHours(12), TimeSpan.FromHours(24));
    }

    [Fact]
    public async Task What_would_come_too_late_is_not_sent()
    {
        App.Mail.Answer = _ => new Attempt(AttemptEnd.Postponed, Attempt.Reasons.ServerBusy);
        var to = Letters.NewAddress();
        await Letters.EnqueueAsync(App, Letters.To(to) with { Until = App.Clock.Now() + TimeSpan.FromHours(1) });
        await Letters.RowAsync(App, row => row.Attempts == 1 && row.Lease == null);
        App.Mail.Answer = _ => null;
        await App.LetMailWaitAsync(TimeSpan.FromHours(1));
        Assert.Equal("too_late", (await Letters.RowAsync(App, row => row.State == MailState.GivenUp)).Reason);
        Assert.Empty(App.Mail.To(to));
    }

    [Fact]
    public async Task A_mail_whose_process_died_is_sent_by_another_when_the_lease_has_run_out()
    {
        var to = Letters.NewAddress();
        App.Mail.Answer = _ => new Attempt(AttemptEnd.Postponed, Attempt.Reasons.ServerBusy);
        await Letters.EnqueueAsync(App, Letters.To(to));
        var row = await Letters.RowAsync(App, row => row.Attempts == 1 && row.Lease == null);
        await App.ExecuteAsync(
            $"update outbox set lease = {Guid.CreateVersion7()}, due_at = now() + {OutboxLeases.Lease} where id = {row.Id}"
        );
        App.Mail.Answer = _ => null;
        App.Services.GetRequiredService<OutboxBell>().Ring();
        await App.MailIsQuietAsync();
        Assert.Empty(App.Mail.To(to));
        await App.LetMailWaitAsync(OutboxLeases.Lease);
        Assert.Equal(row.Id, (await App.Mail.NextAsync(to, Letters.Kind)).Id);
    }

    [Fact]
    public async Task An_attempt_that_was_taken_for_dead_may_not_send_any_more()
    {
        var to = Letters.NewAddress();
        App.Mail.Answer = mail =>
        {
            App.ExecuteAsync($"update outbox set lease = {Guid.CreateVersion7()} where id = {mail.Id}").Wait();
            return null;
        };
        await Letters.EnqueueAsync(App, Letters.To(to));
        await Letters.RowAsync(App, row => row.Attempts == 1 && row.HandedOverAt == null);
        await App.MailIsQuietAsync();
        Assert.Empty(App.Mail.To(to));
    }

    [Theory]
    [InlineData("ada@example.org\r\nBcc: all@example.org")]
    [InlineData("ada@example.org, all@example.org")]
    [InlineData("Ada <ada@example.org>")]
    [InlineData("nobody")]
    [InlineData("")]
    public async Task Anything_but_one_address_is_refused(string to) =>
        await Assert.ThrowsAsync<ArgumentException>(() => Letters.EnqueueAsync(App, Letters.To(to)));

    [Fact]
    public async Task What_has_not_left_yet_goes_with_the_account()
    {
        using var user = await App.RegisterAsync();
        App.Mail.Answer = _ => new Attempt(AttemptEnd.Postponed, Attempt.Reasons.ServerBusy);
        await Letters.EnqueueAsync(App, Letters.To(user.Email) with { Of = new UserId(user.Id) });
        using var gone = await user.SendAsync(HttpMethod.Delete, "/api/auth/me", new { password = TestUser.Password });
        Assert.Equal(204, (int)gone.StatusCode);
        Assert.Equal(0, await App.ReadAsync(db => db.Outbox.CountAsync(row => row.UserId == user.Id)));
    }

    [Fact]
    public async Task Without_a_server_the_site_says_so_and_takes_no_letters()
    {
        await using var silent = await JobTrackerApp.StartWithoutMailAsync();
        using var client = silent.CreateClient();
        using var answer = await client.GetAsync("/meta");
        Assert.Equal("false", (await answer.ReadAsync(200)).Text("mail_enabled"));
        await Assert.ThrowsAsync<InvalidOperationException>(() => Letters.EnqueueAsync(silent, Letters.To(Letters.NewAddress())));
    }
}
