using System.Diagnostics.Metrics;
using JobTracker.Kernel;

namespace JobTracker.Features.Mail.Delivery;

/// <summary>The numbers of the outbox, made once.</summary>
public sealed class MailInstruments
{
    /// <summary>The name under which they are found.</summary>
    public const string Name = "JobTracker.Mail";

    private readonly Counter<long> attempts;

    public MailInstruments(IMeterFactory meters) =>
        attempts = meters
            .Create(Name)
            .CreateCounter<long>("jobtracker.mail.attempts", "{attempt}", "Attempts to hand a mail to the server, by how they ended");

    internal void Count(string kind, Attempt attempt) =>
        attempts.Add(1, new("kind", kind), new("end", Wire.Name(attempt.End)), new("reason", attempt.Reason));
}
