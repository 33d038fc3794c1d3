using System.Globalization;
using JobTracker.Features.Shared;
using Microsoft.Extensions.Localization;

namespace JobTracker.Features.Applications;

/// <summary>What comes next for a card of the board, in a few words.</summary>
/// <param name="Kind"><c>late</c>, <c>soon</c> or <c>later</c>: how it is coloured.</param>
public sealed record CardNext(string Kind, string Icon, string Text)
{
    private const int Soon = 7;

    /// <summary>What presses most: something late, an interview, something due, asking again, the deadline. Null when nothing is ahead.</summary>
    public static CardNext? Of(BoardCard model, IStringLocalizer t)
    {
        var (card, today) = (model.Card, model.Today);
        if (card.Deliverable is { } late && late.DueOn < today)
            return new CardNext("late", "alert-triangle", t["Late: {0}", late.Title]);
        if (card.Interview is { } at)
            return Meeting(TimeZoneInfo.ConvertTime(at, model.Zone).DateTime, today);
        if (card.Deliverable is { } due)
            return new CardNext(
                IsSoon(due.DueOn, today) ? "soon" : "later",
                "clock",
                t["{0}: {1}", Days.WithWeekday(due.DueOn, today), due.Title]
            );
        if (card.FollowUpOn <= today)
            return new CardNext("soon", "hourglass", t["Follow up"]);
        if (
            card.DueOn is not { } deadline
            || Statuses.IsClosed(card.Status)
            || (card.Status != ApplicationStatus.Draft && deadline < today)
        )
            return null;
        return card.Status == ApplicationStatus.Offer
            ? new CardNext(IsSoon(deadline, today) ? "soon" : "later", "mail-star", t["Answer by {0}", Days.WithWeekday(deadline, today)])
            : new CardNext(
                deadline < today ? "late"
                    : IsSoon(deadline, today) ? "soon"
                    : "later",
                "flag",
                Days.WithWeekday(deadline, today)
            );
    }

    private static CardNext Meeting(DateTime at, DateOnly today)
    {
        var day = DateOnly.FromDateTime(at);
        return new CardNext(
            IsSoon(day, today) ? "soon" : "later",
            "calendar-event",
            $"{Days.WithWeekday(day, today)}, {at.ToString("HH:mm", CultureInfo.InvariantCulture)}"
        );
    }

    private static bool IsSoon(DateOnly day, DateOnly today) => day.DayNumber - today.DayNumber <= Soon;
}
