using JobTracker.Data;

namespace JobTracker.Features.Transfer.Import.Uploads;

/// <summary>A file that somebody has sent in and is about to take over, with how far that is.</summary>
public sealed class Upload : IOwned
{
    /// <summary>So long it waits for its person.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);

    public required Guid UserId { get; init; }
    public required Guid Id { get; init; }

    /// <summary>As it was called where it comes from.</summary>
    public required string Name { get; init; }

    /// <summary>In bytes.</summary>
    public required long Size { get; init; }
    public required UploadState State { get; init; }

    /// <summary>Applications that are written so far; nothing counts before all are.</summary>
    public int RowsDone { get; init; }
    public int RowsToAdd { get; init; }

    /// <summary>An <see cref="ImportReport"/> as JSON, once it is done.</summary>
    public string? Report { get; init; }

    /// <summary>Why nothing was written, in the person's language.</summary>
    public string? Trouble { get; init; }

    /// <summary>Until when the process that works on it counts as alive; it moves this on again and again.</summary>
    public DateTimeOffset? LeaseUntil { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset ExpiresAt { get; init; }
}

public enum UploadState
{
    Waiting,
    Running,
    Done,
    Failed,
}

/// <summary>A part of an <see cref="Upload"/>'s bytes.</summary>
public sealed class UploadPiece : IOwned
{
    public const int Most = 1024 * 1024;

    public required Guid UserId { get; init; }
    public required Guid ImportId { get; init; }

    /// <summary>From 1, without gaps.</summary>
    public required int Number { get; init; }
    public required byte[] Bytes { get; init; }
}

/// <summary>How long a process may be silent before its work counts as broken off.</summary>
public static class UploadLease
{
    public static readonly TimeSpan Length = TimeSpan.FromSeconds(20);
    public static readonly TimeSpan Beat = TimeSpan.FromSeconds(1);
}
