namespace JobTracker.Features.Shared;

/// <summary>A place in the sidebar and, on a phone, in the dock or the menu.</summary>
/// <param name="Text">English, the localiser's key.</param>
/// <param name="Count">What stands behind the text, for example how many rows wait there; null shows nothing.</param>
/// <param name="Late">How many of those should be done by now.</param>
public sealed record NavigationEntry(
    string Text,
    string Icon,
    string Path,
    bool InDock,
    Func<Frame, int?>? Count = null,
    Func<Frame, int>? Late = null
)
{
    /// <summary>True on the place's own page and on those under it.</summary>
    public bool IsCurrent(PathString path) => Path is "/" ? path.Value is "/" : path.StartsWithSegments(Path, StringComparison.Ordinal);
}

/// <summary>The places that exist. A new feature adds its line here.</summary>
public static class Navigation
{
    public static readonly IReadOnlyList<NavigationEntry> Main =
    [
        new("Today", "sun", "/", InDock: true),
        new("Applications", "list-details", "/applications", InDock: true, frame => frame.ApplicationsUsed),
        new("Board", "layout-kanban", "/board", InDock: true),
        new(
            "Deliverables",
            "file-check",
            "/deliverables",
            InDock: true,
            frame => frame.DeliverablesOpen,
            frame => frame.DeliverablesOverdue
        ),
        new("Interviews", "calendar-event", "/interviews", InDock: true, frame => frame.Interviews > 0 ? frame.Interviews : null),
        new("Writing", "writing", "/writing", InDock: false),
        new("Session", "stopwatch", "/session", InDock: false),
        new("Analytics", "chart-bar", "/analytics", InDock: false),
        new("Coach", "message-chatbot", "/coach", InDock: false),
    ];

    public static readonly NavigationEntry Settings = new("Settings", "settings", "/settings", InDock: false);

    public static IEnumerable<NavigationEntry> All => [.. Main, Settings];
}
