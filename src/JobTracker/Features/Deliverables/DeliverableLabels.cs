namespace JobTracker.Features.Deliverables;

/// <summary>The words for enumerations on screen, in English: the localiser's keys.</summary>
public static class DeliverableLabels
{
    public static string Of(DeliverableKind kind) =>
        kind switch
        {
            DeliverableKind.Essay => "Essay",
            DeliverableKind.Question => "Question",
            DeliverableKind.Resume => "CV",
            DeliverableKind.CoverLetter => "Cover letter",
            DeliverableKind.Form => "Form",
            _ => "Other",
        };

    public static string Of(DeliverableState state) =>
        state switch
        {
            DeliverableState.NotStarted => "Not started",
            DeliverableState.InProgress => "In progress",
            _ => "Done",
        };

    public static string Of(AgendaSpan span) =>
        span switch
        {
            AgendaSpan.Overdue => "Overdue",
            AgendaSpan.Today => "Today",
            AgendaSpan.Near => "Next 7 days",
            AgendaSpan.Later => "Later",
            _ => "No date",
        };
}
