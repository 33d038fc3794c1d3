using JobTracker.Features.Applications;

namespace JobTracker.Features.Deliverables;

/// <summary>One deliverable, for the document's examples.</summary>
internal static class DeliverableExamples
{
    private static readonly DateTimeOffset Entered = new(2026, 4, 3, 9, 12, 40, TimeSpan.Zero);

    public static readonly DeliverableFacts Facts = new()
    {
        ApplicationId = ApplicationExamples.Row.Id,
        Title = "Cover letter, one page",
        Kind = DeliverableKind.CoverLetter,
        DueOn = new DateOnly(2026, 4, 10),
        State = DeliverableState.InProgress,
        Content = "Dear Ms Lind,\n\nyour maps have brought me home **twice**.",
    };

    public static readonly DeliverableDetails Row = new()
    {
        Id = new Guid("019e0f20-5b6c-7d8e-9fa0-b1c2d3e4f506"),
        ApplicationId = Facts.ApplicationId!.Value,
        Title = Facts.Title!,
        Kind = Facts.Kind,
        DueOn = Facts.DueOn,
        State = Facts.State,
        CreatedAt = Entered,
        UpdatedAt = Entered,
        Version = 1,
        Content = Facts.Content,
    };

    /// <summary>As lists show it.</summary>
    public static readonly DeliverableRow Listed = new()
    {
        Id = Row.Id,
        ApplicationId = Row.ApplicationId,
        Title = Row.Title,
        Kind = Row.Kind,
        DueOn = Row.DueOn,
        State = Row.State,
        CreatedAt = Row.CreatedAt,
        UpdatedAt = Row.UpdatedAt,
        Version = Row.Version,
    };
}
