using System.Linq.Expressions;
using JobTracker.Data;
using JobTracker.Features.Accounts;
using JobTracker.Kernel;
using Microsoft.EntityFrameworkCore;

namespace JobTracker.Features.Applications;

/// <summary>
/// The statements of the list, put together once. Written where they are used, all of this would be made and walked through again for every
/// request, which was a third of what a list cost the app. A filter that is null does not get into the SQL: EF knows by then that it is.
/// </summary>
internal static class ListStatement
{
    /// <summary>Somebody's applications that a filter lets through.</summary>
    internal static readonly Expression<
        Func<
            JobTrackerDb,
            Guid,
            string[]?,
            ApplicationStatus[]?,
            EmploymentType?,
            Channel?,
            bool?,
            DateOnly?,
            DateOnly?,
            IQueryable<JobApplication>
        >
    > Matching = (db, owner, patterns, statuses, type, channel, favorite, from, to) =>
        db.Applications.Where(row =>
            row.UserId == owner
            && (patterns == null || patterns.All(pattern => EF.Functions.Like(row.SearchText, pattern)))
            && (statuses == null || statuses.Contains(row.Status))
            && (type == null || row.EmploymentType == type)
            && (channel == null || row.Channel == channel)
            && (favorite == null || row.IsFavorite == favorite)
            && (from == null || row.AppliedOn >= from)
            && (to == null || row.AppliedOn <= to)
        );

    private static readonly CompiledQuery<
        Func<
            JobTrackerDb,
            Guid,
            string[]?,
            ApplicationStatus[]?,
            EmploymentType?,
            Channel?,
            bool?,
            DateOnly?,
            DateOnly?,
            CancellationToken,
            Task<int>
        >
    > Counting = new(() =>
        EF.CompileAsyncQuery(
            Expression.Lambda<
                Func<
                    JobTrackerDb,
                    Guid,
                    string[]?,
                    ApplicationStatus[]?,
                    EmploymentType?,
                    Channel?,
                    bool?,
                    DateOnly?,
                    DateOnly?,
                    CancellationToken,
                    int
                >
            >(
                Expression.Call(typeof(Queryable), nameof(Queryable.Count), [typeof(JobApplication)], Matching.Body),
                [.. Matching.Parameters, Expression.Parameter(typeof(CancellationToken), "cancel")]
            )
        )
    );

    /// <summary>How many there are in all.</summary>
    public static Task<int> CountAsync(JobTrackerDb db, UserId owner, ApplicationFilter filter, CancellationToken cancel) =>
        Counting.In(db)(
            db,
            owner.Value,
            filter.Patterns,
            filter.Status,
            filter.EmploymentType,
            filter.Channel,
            filter.Favorite,
            filter.AppliedFrom,
            filter.AppliedTo,
            cancel
        );
}

/// <summary>The same in one order.</summary>
internal sealed class ListStatement<TKey>
{
    private static readonly Expression<Func<JobTrackerDb, Guid, IQueryable<UserAccount>>> Accounts = (db, owner) =>
        db.Accounts.Where(account => account.UserId == owner);

    private static readonly Expression<Func<JobTrackerDb, Guid, IQueryable<ApplicationPart>>> Parts = (db, owner) =>
        db.ApplicationParts.Where(part => part.UserId == owner);

    private readonly CompiledQuery<
        Func<
            JobTrackerDb,
            Guid,
            string[]?,
            ApplicationStatus[]?,
            EmploymentType?,
            Channel?,
            bool?,
            DateOnly?,
            DateOnly?,
            TKey,
            Guid?,
            int,
            DateTimeOffset,
            IAsyncEnumerable<ApplicationRow>
        >
    > reading;

    /// <param name="key">The sort key; never null.</param>
    /// <param name="descending">The direction of the key, and of the id between equal keys.</param>
    public ListStatement(Expression<Func<JobApplication, TKey>> key, bool descending)
    {
        var (placeKey, placeId) = (Expression.Parameter(typeof(TKey), "key"), Expression.Parameter(typeof(Guid?), "id"));
        var (most, now) = (Expression.Parameter(typeof(int), "most"), Expression.Parameter(typeof(DateTimeOffset), "now"));
        Expression<Func<JobApplication, Guid>> id = row => row.Id;
        var beyond = Keyset.Beyond(key, id, descending, placeKey, Expression.Convert(placeId, typeof(Guid)));
        var isFirst = Expression.Equal(placeId, Expression.Constant(null, typeof(Guid?)));
        var rows = ListStatement.Matching.Body;
        rows = Call(nameof(Queryable.Where), [], rows, beyond.Update(Expression.OrElse(isFirst, beyond.Body), beyond.Parameters));
        rows = Call(descending ? nameof(Queryable.OrderByDescending) : nameof(Queryable.OrderBy), [typeof(TKey)], rows, key);
        rows = Call(descending ? nameof(Queryable.ThenByDescending) : nameof(Queryable.ThenBy), [typeof(Guid)], rows, id);
        rows = Call(nameof(Queryable.Take), [], rows, most);
        IReadOnlyList<Expression> whose = [.. ListStatement.Matching.Parameters.Take(2)];
        reading = new(() =>
            EF.CompileAsyncQuery(
                Expression.Lambda<
                    Func<
                        JobTrackerDb,
                        Guid,
                        string[]?,
                        ApplicationStatus[]?,
                        EmploymentType?,
                        Channel?,
                        bool?,
                        DateOnly?,
                        DateOnly?,
                        TKey,
                        Guid?,
                        int,
                        DateTimeOffset,
                        IQueryable<ApplicationRow>
                    >
                >(
                    ApplicationRow.Projection.Inline(rows, Accounts.Inline(whose), Parts.Inline(whose), now),
                    [.. ListStatement.Matching.Parameters, placeKey, placeId, most, now]
                )
            )
        );
    }

    /// <summary>The rows from a place on.</summary>
    /// <param name="db">Where.</param>
    /// <param name="owner">Whose.</param>
    /// <param name="filter">Which.</param>
    /// <param name="key">Of the last row seen; anything for the first page.</param>
    /// <param name="id">Of the last row seen; null for the first page.</param>
    /// <param name="most">How many rows at most.</param>
    /// <param name="now">Interviews from here on are to come.</param>
    public IAsyncEnumerable<ApplicationRow> Read(
        JobTrackerDb db,
        UserId owner,
        ApplicationFilter filter,
        TKey key,
        Guid? id,
        int most,
        DateTimeOffset now
    ) =>
        reading.In(db)(
            db,
            owner.Value,
            filter.Patterns,
            filter.Status,
            filter.EmploymentType,
            filter.Channel,
            filter.Favorite,
            filter.AppliedFrom,
            filter.AppliedTo,
            key,
            id,
            most,
            now
        );

    private static MethodCallExpression Call(string name, Type[] types, params Expression[] arguments) =>
        Expression.Call(typeof(Queryable), name, [typeof(JobApplication), .. types], arguments);
}
