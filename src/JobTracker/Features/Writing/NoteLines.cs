namespace JobTracker.Features.Writing;

/// <summary>A list of notes on a page.</summary>
/// <param name="Items">In order.</param>
/// <param name="Today">Where the person lives.</param>
/// <param name="Zone">Where the person lives: says which day an instant falls on.</param>
public sealed record NoteLines(IReadOnlyList<NoteLine> Items, DateOnly Today, TimeZoneInfo Zone)
{
    /// <summary>False where it is clear from the page.</summary>
    public bool ShowsPlace { get; init; }

    /// <summary>The application that a text is looked for: each line offers to copy it there.</summary>
    public Guid? Into { get; init; }

    public DateOnly ChangedOn(NoteLine line) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(line.UpdatedAt, Zone).DateTime);
}
