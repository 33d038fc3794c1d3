using JobTracker.Features.Mail.Delivery;
using JobTracker.Testing.Logs;
using Xunit;

namespace JobTracker.Testing.Mail;

/// <summary>The way out for mail in tests: what would leave the app is kept here.</summary>
public sealed class FakeMail : IMailCarrier
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly Lock door = new();
    private readonly List<OutgoingMail> sent = [];
    private readonly HashSet<Guid> taken = [];
    private TaskCompletionSource more = New();

    /// <summary>Everything that was sent, in order.</summary>
    public IReadOnlyList<OutgoingMail> Sent
    {
        get
        {
            lock (door)
                return [.. sent];
        }
    }

    /// <summary>Says what becomes of a mail; null sends it.</summary>
    public Func<OutgoingMail, Attempt?> Answer { get; set; } = _ => null;

    /// <summary>The next mail of this kind to this address that no test has taken yet; waits for it.</summary>
    public async Task<OutgoingMail> NextAsync(string to, string kind)
    {
        while (true)
        {
            Task next;
            lock (door)
            {
                if (sent.Find(mail => mail.Letter.To == to && mail.Kind == kind && !taken.Contains(mail.Id)) is { } found)
                {
                    taken.Add(found.Id);
                    return found;
                }
                next = more.Task;
            }
            try
            {
                await next.WaitAsync(Patience);
            }
            catch (TimeoutException)
            {
                Assert.Fail($"No mail {kind} came to {to}; there were: {string.Join(", ", Sent.Select(mail => mail.Kind))}.");
            }
        }
    }

    /// <summary>What was sent to an address so far, of one kind or of all.</summary>
    public IReadOnlyList<OutgoingMail> To(string address, string? kind = null) =>
        [.. Sent.Where(mail => mail.Letter.To == address && (kind is null || mail.Kind == kind))];

    public async Task<Attempt> CarryAsync(OutgoingMail mail, Func<Task<bool>> handingOver, CancellationToken cancel)
    {
        if (Answer(mail) is { } other)
            return other;
        if (!await handingOver())
            return Attempt.Lost;
        LogWords.Add(mail.Letter.To);
        LogWords.Add(mail.Token());
        lock (door)
        {
            sent.Add(mail);
            more.SetResult();
            more = New();
        }
        return Attempt.Done;
    }

    public Task RestAsync() => Task.CompletedTask;

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
