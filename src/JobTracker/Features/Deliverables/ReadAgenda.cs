using JobTracker.Data;
using JobTracker.Kernel;
using Microsoft.EntityFrameworkCore;

namespace JobTracker.Features.Deliverables;

/// <summary>What there is to hand in, and what was handed in last: for the pages that show it by day.</summary>
public sealed class ReadAgenda(JobTrackerDb db)
{
    /// <summary>More than anybody works on at once; what lies beyond is reached through the filters.</summary>
    public const int MostOpen = 500;

    public sealed record Input
    {
        public Guid? ApplicationId { get; init; }
        public DeliverableKind? Kind { get; init; }

        /// <summary>How many of those that are done, the last ones.</summary>
        public int Done { get; init; } = 20;
    }

    public async Task<Agenda> RunAsync(UserId owner, Input input, CancellationToken cancel)
    {
        var rows = db.Deliverables.OwnedBy(owner).AsNoTracking();
        if (input.ApplicationId is { } application)
            rows = rows.Where(row => row.ApplicationId == application);
        if (input.Kind is { } kind)
            rows = rows.Where(row => row.Kind == kind);

        var lastDone = rows.Where(row => row.CompletedAt != null)
            .OrderByDescending(row => row.CompletedAt)
            .ThenBy(row => row.Id)
            .Take(input.Done + 1)
            .Select(row => row.Id);
        var lines = await rows.Where(row => row.CompletedAt == null || lastDone.Contains(row.Id))
            // The done ones first: they are few, and the limit is for the others.
            .OrderBy(row => row.CompletedAt == null)
            .ThenBy(row => row.DueOn ?? DateOnly.MaxValue)
            .ThenBy(row => row.Id)
            .Take(MostOpen + input.Done + 1)
            .Select(row => new AgendaLine(
                row.Id,
                row.ApplicationId,
                row.Application!.Company,
                row.Application.Position,
                row.Title,
                row.Kind,
                row.DueOn,
                row.State,
                row.CompletedAt
            ))
            .ToListAsync(cancel);
        var done = lines.Where(line => line.IsDone).OrderByDescending(line => line.CompletedAt).ToList();
        return new Agenda(lines.FindAll(line => !line.IsDone), [.. done.Take(input.Done)], done.Count > input.Done);
    }
}

/// <summary>A deliverable as a line of a list.</summary>
public sealed record AgendaLine(
    Guid Id,
    Guid ApplicationId,
    string Company,
    string Position,
    string Title,
    DeliverableKind Kind,
    DateOnly? DueOn,
    DeliverableState State,
    DateTimeOffset? CompletedAt
)
{
    public bool IsDone => State == DeliverableState.Done;
}

/// <summary>Open ones by due day, done ones from the last.</summary>
/// <param name="HasMoreDone">There are older ones that are done.</param>
public sealed record Agenda(IReadOnlyList<AgendaLine> Open, IReadOnlyList<AgendaLine> Done, bool HasMoreDone)
{
    /// <summary>How far ahead the near days reach.</summary>
    private const int NearDays = 7;

    public bool IsEmpty => Open.Count == 0 && Done.Count == 0;

    public int Overdue(DateOnly today) => Open.Count(line => SpanOf(line.DueOn, today) == AgendaSpan.Overdue);

    /// <summary>The open ones, each span of days that has some.</summary>
    public IEnumerable<IGrouping<AgendaSpan, AgendaLine>> Spans(DateOnly today) =>
        Open.GroupBy(line => SpanOf(line.DueOn, today)).OrderBy(span => span.Key);

    private static AgendaSpan SpanOf(DateOnly? due, DateOnly today) =>
        (due?.DayNumber - today.DayNumber) switch
        {
            null => AgendaSpan.NoDate,
            < 0 => AgendaSpan.Overdue,
            0 => AgendaSpan.Today,
            <= NearDays => AgendaSpan.Near,
            _ => AgendaSpan.Later,
        };
}

/// <summary>The parts of the list, in order.</summary>
public enum AgendaSpan
{
    Overdue,
    Today,
    Near,
    Later,
    NoDate,
}
