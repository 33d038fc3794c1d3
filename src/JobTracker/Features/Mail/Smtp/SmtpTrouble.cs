using JobTracker.Features.Mail.Delivery;

namespace JobTracker.Features.Mail.Smtp;

/// <summary>Why an attempt ends here.</summary>
internal sealed class SmtpTrouble(Attempt attempt) : Exception(attempt.Reason)
{
    public Attempt Attempt => attempt;

    /// <summary>It would happen to every other mail too.</summary>
    public static SmtpTrouble NoWay(string reason, int? reply = null) => new(new Attempt(AttemptEnd.NoWay, reason, reply));
}
