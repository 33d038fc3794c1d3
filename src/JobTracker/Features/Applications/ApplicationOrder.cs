using System.Linq.Expressions;
using JobTracker.Data;
using JobTracker.Kernel;
using static JobTracker.Features.Applications.ListApplications;

namespace JobTracker.Features.Applications;

/// <summary>An order of the list, and the statement that reads it. An empty date comes last in both directions, by the same expressions as the indexes.</summary>
internal abstract class ApplicationOrder
{
    private static readonly Dictionary<(SortBy, Direction), ApplicationOrder> All = new()
    {
        [(SortBy.UpdatedAt, Direction.Desc)] = ByInstant(Direction.Desc),
        [(SortBy.UpdatedAt, Direction.Asc)] = ByInstant(Direction.Asc),
        [(SortBy.Company, Direction.Desc)] = ByCompany(Direction.Desc),
        [(SortBy.Company, Direction.Asc)] = ByCompany(Direction.Asc),
        [(SortBy.AppliedOn, Direction.Desc)] = ByDay(SortBy.AppliedOn, Direction.Desc, row => row.AppliedOn ?? DateOnly.MinValue),
        [(SortBy.AppliedOn, Direction.Asc)] = ByDay(SortBy.AppliedOn, Direction.Asc, row => row.AppliedOn ?? DateOnly.MaxValue),
        [(SortBy.DueOn, Direction.Desc)] = ByDay(SortBy.DueOn, Direction.Desc, row => row.DueOn ?? DateOnly.MinValue),
        [(SortBy.DueOn, Direction.Asc)] = ByDay(SortBy.DueOn, Direction.Asc, row => row.DueOn ?? DateOnly.MaxValue),
    };

    public static ApplicationOrder Of(SortBy sort, Direction direction) => All[(sort, direction)];

    /// <summary>The rows from a place on; null when the cursor does not belong to this order.</summary>
    /// <param name="db">Where.</param>
    /// <param name="owner">Whose.</param>
    /// <param name="filter">Which.</param>
    /// <param name="cursor">Of the last row seen; null for the first page.</param>
    /// <param name="most">How many rows at most.</param>
    /// <param name="now">Interviews from here on are to come.</param>
    public abstract IAsyncEnumerable<ApplicationRow>? Read(
        JobTrackerDb db,
        UserId owner,
        ApplicationFilter filter,
        string? cursor,
        int most,
        DateTimeOffset now
    );

    /// <summary>The place of a row in this order.</summary>
    public abstract Cursor CursorAt(ApplicationRow row);

    private static string NameOf(SortBy sort, Direction direction) => $"{Wire.Name(sort)} {Wire.Name(direction)}";

    private static By<string> ByCompany(Direction direction) =>
        new(
            NameOf(SortBy.Company, direction),
            row => row.CompanyKey,
            direction,
            nothing: "",
            (text, sort) => Cursor.Decode(text, sort) is { } name ? (name.Key, name.Id) : null,
            (row, sort) => new Cursor(sort, Folding.Fold(row.Company), row.Id)
        );

    private static By<DateTimeOffset> ByInstant(Direction direction) =>
        new(
            NameOf(SortBy.UpdatedAt, direction),
            row => row.UpdatedAt,
            direction,
            nothing: default,
            Cursor.InstantPlace,
            (row, sort) => Cursor.At(sort, row.UpdatedAt, row.Id)
        );

    private static By<DateOnly> ByDay(SortBy day, Direction direction, Expression<Func<JobApplication, DateOnly>> key)
    {
        var missing = direction == Direction.Asc ? DateOnly.MaxValue : DateOnly.MinValue;
        return new(
            NameOf(day, direction),
            key,
            direction,
            nothing: default,
            Cursor.DayPlace,
            (row, sort) => Cursor.At(sort, (day == SortBy.AppliedOn ? row.AppliedOn : row.DueOn) ?? missing, row.Id)
        );
    }

    /// <param name="name">As cursors hold it.</param>
    /// <param name="key">Never null.</param>
    /// <param name="direction">Of the key, and of the id between equal keys.</param>
    /// <param name="nothing">Stands for the key where there is no cursor; it is not looked at.</param>
    /// <param name="placeOf">Reads a cursor of this name.</param>
    /// <param name="cursorAt">Makes one.</param>
    private sealed class By<TKey>(
        string name,
        Expression<Func<JobApplication, TKey>> key,
        Direction direction,
        TKey nothing,
        Func<string, string, (TKey Key, Guid Id)?> placeOf,
        Func<ApplicationRow, string, Cursor> cursorAt
    ) : ApplicationOrder
    {
        private readonly ListStatement<TKey> statement = new(key, direction == Direction.Desc);

        public override IAsyncEnumerable<ApplicationRow>? Read(
            JobTrackerDb db,
            UserId owner,
            ApplicationFilter filter,
            string? cursor,
            int most,
            DateTimeOffset now
        )
        {
            if (cursor is null)
                return statement.Read(db, owner, filter, nothing, null, most, now);
            return placeOf(cursor, name) is { } place ? statement.Read(db, owner, filter, place.Key, place.Id, most, now) : null;
        }

        public override Cursor CursorAt(ApplicationRow row) => cursorAt(row, name);
    }
}
