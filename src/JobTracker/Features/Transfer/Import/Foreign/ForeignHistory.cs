using JobTracker.Features.Applications;
using JobTracker.Features.Transfer.Document;
using JobTracker.Kernel;

namespace JobTracker.Features.Transfer.Import.Foreign;

/// <summary>
/// The history of an application whose file has none: what is known to have happened, on the days that are known. A day that nobody wrote down is
/// the latest that it can have been, so that no answer seems faster than it was.
/// </summary>
/// <param name="terms">For today.</param>
/// <param name="appliedOn">As the file says.</param>
/// <param name="respondedOn">As the file says.</param>
/// <param name="changedOn">When the row was last touched there.</param>
/// <param name="createdAt">For the entries.</param>
internal sealed class ForeignHistory(
    ReadingTerms terms,
    DateOnly? appliedOn,
    DateOnly? respondedOn,
    DateOnly? changedOn,
    DateTimeOffset createdAt
)
{
    /// <param name="status">Where it stands.</param>
    /// <param name="interviews">The days of interviews.</param>
    public IReadOnlyList<KeptChange> Of(ApplicationStatus status, IEnumerable<DateOnly>? interviews = null)
    {
        var began = appliedOn ?? Earlier(respondedOn, Calendar.DayOf(createdAt, terms.Zone));
        if (status is ApplicationStatus.Draft or ApplicationStatus.Applied)
            return [Entry(status, began, place: 0)];
        var known = respondedOn ?? Earliest(interviews) ?? changedOn ?? terms.Today;
        return [Entry(ApplicationStatus.Applied, began, place: 0), Entry(status, known < began ? began : known, place: 1)];
    }

    private KeptChange Entry(ApplicationStatus status, DateOnly day, int place) =>
        new()
        {
            Id = Guid.CreateVersion7(terms.Now),
            Status = status,
            OccurredOn = day,
            // Of two on one day the later made is the newer.
            CreatedAt = Calendar.Storable(createdAt).AddMicroseconds(place),
        };

    /// <summary>Who invites has answered by the day of the interview.</summary>
    private DateOnly? Earliest(IEnumerable<DateOnly>? interviews) =>
        interviews?.Select(day => (DateOnly?)day).Min() is { } first ? Earlier(first, terms.Today) : null;

    private static DateOnly Earlier(DateOnly? one, DateOnly other) => one < other ? one.Value : other;
}
