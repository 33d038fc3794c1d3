namespace JobTracker.Features.Mail.Delivery;

/// <summary>The way out of the app for mail.</summary>
public interface IMailCarrier
{
    /// <summary>Tries to hand a mail over, once. Every trouble is an answer; only <paramref name="cancel"/> is an exception.</summary>
    /// <param name="mail">What is sent.</param>
    /// <param name="handingOver">To be awaited right before the text goes out. False means that somebody else has the mail by now: it must not go.</param>
    /// <param name="cancel">Heard until the text goes out, and not from then on.</param>
    Task<Attempt> CarryAsync(OutgoingMail mail, Func<Task<bool>> handingOver, CancellationToken cancel);

    /// <summary>There is nothing more to carry for now.</summary>
    Task RestAsync();
}

/// <param name="Id">Of its row: a mail that has to be sent again is recognisable by it.</param>
/// <param name="Kind">For logs.</param>
public sealed record OutgoingMail(Guid Id, string Kind, DateTimeOffset WrittenAt, WrittenLetter Letter);
