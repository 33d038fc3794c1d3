using JobTracker.Features.Transfer.Document;

namespace JobTracker.Features.Transfer.Import;

/// <summary>Something that a file holds, in the order in which it stands there.</summary>
/// <param name="Row">
/// Where: the line of a table as a spreadsheet counts it; in JSON the place in its list, from 1. 0 means the file as a whole.
/// </param>
public abstract record Incoming(int Row)
{
    /// <summary>About how many bytes it takes in the file.</summary>
    public int Size { get; init; }
}

public sealed record IncomingApplication(int Row, KeptApplication Kept) : Incoming(Row);

/// <summary>A note of the writing bank.</summary>
public sealed record IncomingNote(int Row, KeptNote Kept) : Incoming(Row);

public sealed record IncomingSession(int Row, KeptSession Kept) : Incoming(Row);

public sealed record IncomingProfile(KeptProfile Kept) : Incoming(0);

/// <summary>A row that cannot be read; those behind it can.</summary>
/// <param name="Field">As the file calls it; null for the row as a whole.</param>
public sealed record UnreadableRow(int Row, string? Field, string Message) : Incoming(Row)
{
    /// <summary>False for what stands beside the applications.</summary>
    public bool IsApplication { get; init; } = true;
}

/// <summary>From here on nothing can be read: the last that comes.</summary>
public sealed record EndOfReading(int Row, string Message) : Incoming(Row);
