using JobTracker.Kernel;

namespace JobTracker.Features.Statistics;

/// <summary>
/// The one statement behind all figures: each table is passed once, inside one person's rows, and only counts come back. A history is read in
/// the order of its index, which also has the status, so that neither the table nor a sort is needed.
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
            with ways as (
                select user_id, application_id, array_agg(status order by occurred_on, created_at, id) as way
                from status_changes
                where user_id = {owner.Value}
                group by user_id, application_id
            ),
            steps as (
                select
                    user_id,
                    application_id,
                    array_position(way, 'screening') as screening,
                    array_position(way, 'interview') as interview,
                    array_position(way, 'offer') as offer,
                    array_position(way, 'accepted') as accepted,
                    way && array['screening', 'interview', 'offer', 'accepted', 'rejected'] as is_answered,
                    way && array['applied', 'screening', 'interview', 'offer', 'accepted', 'rejected', 'no_response'] as has_left_draft
                from ways
            ),
            held as (
                select distinct user_id, application_id from interviews where user_id = {owner.Value} and status = 'completed'
            ),
            counted as (
                select
                    row.status,
                    row.employment_type,
                    row.channel,
                    row.is_favorite,
                    not {isDated} or row.applied_on >= {from} as is_current,
                    case when not {isDated} or row.applied_on >= {from} then row.applied_on end as applied_on,
                    row.applied_on between {recent} and {today} as is_recent,
                    case
                        when row.applied_on is null and not has_left_draft then 0
                        when accepted is not null then 5
                        when offer is not null then 4
                        when interview is not null or held.application_id is not null then 3
                        when screening is not null then 2
                        else 1
                    end as reached,
                    is_answered,
                    least(interview, offer, accepted) is not null or held.application_id is not null as is_interviewed,
                    coalesce(screening < least(interview, offer, accepted), screening is not null)::int
                        + 2 * coalesce(interview < least(offer, accepted), interview is not null)::int
                        + 4 * coalesce(offer < accepted, offer is not null)::int as path,
                    case when is_answered and (not {isDated} or row.applied_on >= {from}) then row.responded_on - row.applied_on end as delay
                from applications as row
                join steps on steps.user_id = row.user_id and steps.application_id = row.id
                left join held on held.user_id = row.user_id and held.application_id = row.id
                where row.user_id = {owner.Value}
                    and row.deleted_at is null
                    and (not {isDated} or row.applied_on between {first} and {to})
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
