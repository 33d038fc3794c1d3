using JobTracker.Features.Mail.Delivery;

namespace JobTracker.Features.Mail;

/// <summary>One mail in the outbox: what administrators may see of it, and its letter as long as it waits.</summary>
public sealed class OutboxMail
{
    public required Guid Id { get; init; }

    /// <summary>Null for people without an account.</summary>
    public Guid? UserId { get; init; }
    public required string Kind { get; init; }
    public required MailState State { get; init; }

    /// <summary>Sealed; null as soon as nobody needs it any more.</summary>
    public string? Letter { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it is taken next, if whoever has it now does not come back.</summary>
    public required DateTimeOffset DueAt { get; init; }

    /// <summary>From when on it is of no use.</summary>
    public DateTimeOffset? Until { get; init; }
    public required int Attempts { get; init; }

    /// <summary>The attempt that is under way. An attempt that finds another here was taken for dead, and changes nothing.</summary>
    public Guid? Lease { get; init; }

    /// <summary>When the server was given the text without having said yet whether it takes it: after a crash here the mail may come twice.</summary>
    public DateTimeOffset? HandedOverAt { get; init; }
    public DateTimeOffset? FinishedAt { get; init; }

    /// <summary>Why the last attempt did not succeed: a word of <see cref="Attempt.Reasons"/>.</summary>
    public string? Reason { get; init; }

    /// <summary>The server's number for it, where it gave one.</summary>
    public int? Reply { get; init; }
}

/// <summary>Where a mail stands.</summary>
public enum MailState
{
    Waiting,
    Sent,
    GivenUp,
}
