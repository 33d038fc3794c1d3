using JobTracker.Kernel;

namespace JobTracker.Features.Statistics;

/// <summary>
/// The one statement behind all figures: each table is passed once, inside one person's rows, and only counts come back. A history is read in
/// the order of its index, which also has the status, so that neither the table nor a sort is needed. Nothing is joined: the plan is kept and
/// serves everybody, and one made for somebody with few rows would join many by comparing each with each.
/// </summary>
public static class CountingSql
{
    private const int RecentDays = 30;

    /// <param name="owner">Whose.</param>
    /// <param name="period">Together with the equally long one before, if it has one.</param>
    /// <param name="today">In the person's time zone.</param>
    public static FormattableString Of(UserId owner, Period period, DateOnly today)
    {
        var isDated = period != Period.All;
        var from = period.From ?? DateOnly.MinValue;
        var first = period.Before?.From ?? from;
        var to = period.To ?? DateOnly.MaxValue;
        var recent = today.AddDays(1 - RecentDays);
        // In the path stands a stage that was reached before any later one was.
        return $"""
            with ways as materialized (
                select
                    row.status,
                    row.employment_type,
                    row.channel,
                    row.is_favorite,
                    row.applied_on,
                    row.responded_on,
                    not {isDated} or row.applied_on >= {from} as is_current,
                    row.id in (select application_id from interviews where user_id = {owner.Value} and status = 'completed') as is_held,
                    array(
                        select change.status
                        from status_changes as change
                        where change.user_id = row.user_id and change.application_id = row.id
                        order by change.occurred_on, change.created_at, change.id
                    ) as way
                from applications as row
                where row.user_id = {owner.Value}
                    and row.deleted_at is null
                    and (not {isDated} or row.applied_on between {first} and {to})
            ),
            steps as (
                select
                    *,
                    array_position(way, 'screening') as screening,
                    array_position(way, 'interview') as interview,
                    array_position(way, 'offer') as offer,
                    array_position(way, 'accepted') as accepted,
                    way && array['screening', 'interview', 'offer', 'accepted', 'rejected'] as is_answered,
                    way && array['applied', 'screening', 'interview', 'offer', 'accepted', 'rejected', 'no_response'] as has_left_draft
                from ways
            ),
            counted as (
                select
                    status,
                    employment_type,
                    channel,
                    is_favorite,
                    is_current,
                    case when is_current then applied_on end as applied_on,
                    applied_on between {recent} and {today} as is_recent,
                    case
                        when applied_on is null and not has_left_draft then 0
                        when accepted is not null then 5
                        when offer is not null then 4
                        when interview is not null or is_held then 3
                        when screening is not null then 2
                        else 1
                    end as reached,
                    is_answered,
                    least(interview, offer, accepted) is not null or is_held as is_interviewed,
                    coalesce(screening < least(interview, offer, accepted), screening is not null)::int
                        + 2 * coalesce(interview < least(offer, accepted), interview is not null)::int
                        + 4 * coalesce(offer < accepted, offer is not null)::int as path,
                    case when is_answered and is_current then responded_on - applied_on end as delay
                from steps
            )
            select
                grouping(status, employment_type, channel, applied_on, delay) as "Cut",
                is_current as "IsCurrent",
                status as "Status",
                reached as "Reached",
                is_answered as "IsAnswered",
                is_interviewed as "IsInterviewed",
                path as "Path",
                employment_type as "EmploymentType",
                channel as "Channel",
                applied_on as "AppliedOn",
                delay as "Delay",
                count(*)::int as "Count",
                (count(*) filter (where is_favorite))::int as "Favorites",
                (count(*) filter (where is_recent))::int as "Recent",
                (count(*) filter (where reached > 0))::int as "Applied",
                (count(*) filter (where is_answered))::int as "Answered"
            from counted
            group by grouping sets (
                (is_current, status, reached, is_answered, is_interviewed, path),
                (is_current, employment_type),
                (is_current, channel),
                (applied_on),
                (delay)
            )
            """;
    }
}
