using System.Linq.Expressions;
using JobTracker.Features.Mail;
using JobTracker.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace JobTracker.Tests.Features.Mail;

/// <summary>Letters for tests, and what became of them.</summary>
internal static class Letters
{
    public const string Kind = "confirm_address";
    private static readonly Uri Link = new("https://jobs.example.org/account/confirm?token=abc");

    public static string NewAddress() => $"ada.{Guid.CreateVersion7():N}@example.org";

    public static Letter To(string address) =>
        new()
        {
            Kind = Kind,
            To = address,
            Locale = "en",
            Subject = "Confirm your address",
            Parts =
            [
                new Paragraph("Hello Ada,"),
                new Paragraph("This address was given for an account."),
                new Button("Confirm the address", Link),
                new SmallPrint("It was not you? Then nothing needs to be done."),
            ],
        };

    public static async Task EnqueueAsync(JobTrackerApp app, Letter letter)
    {
        await using var scope = app.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<Outbox>().EnqueueAsync(letter, default);
    }

    /// <summary>The one mail there is, once it is as the test waits for.</summary>
    public static async Task<OutboxMail> RowAsync(JobTrackerApp app, Expression<Func<OutboxMail, bool>> once)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (true)
        {
            if (await app.ReadAsync(db => db.Outbox.AsNoTracking().Where(once).SingleOrDefaultAsync(patience.Token)) is { } row)
                return row;
        }
    }
}
