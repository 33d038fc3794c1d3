namespace JobTracker.Features.Reminders;

/// <summary>When somebody's daily digest is due.</summary>
public sealed class Digest
{
    public required Guid UserId { get; init; }

    /// <summary>Null while none is wanted.</summary>
    public DateTimeOffset? NextAt { get; set; }

    /// <summary>The last day, where the person lives, for which it was decided what to send. There is never a second time for a day.</summary>
    public DateOnly? LastDay { get; set; }
}
