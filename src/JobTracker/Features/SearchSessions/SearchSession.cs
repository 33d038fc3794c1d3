using JobTracker.Data;
using JobTracker.Kernel;

namespace JobTracker.Features.SearchSessions;

/// <summary>A timed run of fast submissions. It begins with its first entry; at most one of a person's is open.</summary>
public sealed class SearchSession : IOwned
{
    public const int MostEntries = 500;

    public required Guid UserId { get; init; }
    public required Guid Id { get; init; }

    /// <summary>How many entries it has. Changed only by atomic statements, so that the limit holds.</summary>
    public int Entries { get; private set; }

    /// <summary>When its first entry was made: the timer runs from here, whatever becomes of that entry.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>Null while it is open.</summary>
    public DateTimeOffset? FinishedAt { get; private set; }

    public static SearchSession Start(UserId owner, DateTimeOffset now, int entries = 0) =>
        new()
        {
            UserId = owner.Value,
            Id = Guid.CreateVersion7(now),
            StartedAt = now,
            Entries = entries,
        };

    /// <summary>Closes it; what is closed stays as it was closed.</summary>
    public void Finish(DateTimeOffset now) => FinishedAt ??= now;
}
