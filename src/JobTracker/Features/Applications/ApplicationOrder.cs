using System.Globalization;
using JobTracker.Data;
using JobTracker.Kernel;
using SortBy = JobTracker.Features.Applications.ListApplications.SortBy;

namespace JobTracker.Features.Applications;

/// <summary>The orders of the list. An empty date comes last in both directions, by the same expressions as the indexes.</summary>
internal static class ApplicationOrder
{
    private const string DayFormat = "yyyy-MM-dd";

    /// <summary>Null when the cursor does not belong to this order.</summary>
    public static IQueryable<JobApplication>? Apply(IQueryable<JobApplication> rows, ListApplications.Input input)
    {
        Cursor? at = null;
        if (input.Cursor is not null && (at = Cursor.Decode(input.Cursor, NameOf(input))) is null)
            return null;
        var descending = input.Order == ListApplications.Direction.Desc;
        switch (input.Sort)
        {
            case SortBy.Company:
                return rows.InOrder(row => row.CompanyKey, row => row.Id, descending, at is null ? null : (at.Key, at.Id));
            case SortBy.UpdatedAt:
                var instant = default(DateTimeOffset);
                if (
                    at is not null
                    && !DateTimeOffset.TryParseExact(
                        at.Key,
                        "O",
                        CultureInfo.InvariantCulture,
                        DateTimeStyles.AdjustToUniversal,
                        out instant
                    )
                )
                    return null;
                return rows.InOrder(row => row.UpdatedAt, row => row.Id, descending, at is null ? null : (instant, at.Id));
            default:
                var day = default(DateOnly);
                if (at is not null && !DateOnly.TryParseExact(at.Key, DayFormat, out day))
                    return null;
                return ByDay(rows, input.Sort, descending, at is null ? null : (day, at.Id));
        }
    }

    /// <summary>The place of a row in the order that was asked for.</summary>
    public static Cursor CursorAt(ApplicationRow row, ListApplications.Input input)
    {
        var missing = input.Order == ListApplications.Direction.Asc ? DateOnly.MaxValue : DateOnly.MinValue;
        var key = input.Sort switch
        {
            SortBy.Company => Folding.Fold(row.Company),
            SortBy.AppliedOn => (row.AppliedOn ?? missing).ToString(DayFormat, CultureInfo.InvariantCulture),
            SortBy.DueOn => (row.DueOn ?? missing).ToString(DayFormat, CultureInfo.InvariantCulture),
            _ => row.UpdatedAt.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture),
        };
        return new Cursor(NameOf(input), key, row.Id);
    }

    private static IQueryable<JobApplication> ByDay(
        IQueryable<JobApplication> rows,
        SortBy sort,
        bool descending,
        (DateOnly, Guid)? after
    ) =>
        (sort, descending) switch
        {
            (SortBy.AppliedOn, true) => rows.InOrder(row => row.AppliedOn ?? DateOnly.MinValue, row => row.Id, descending, after),
            (SortBy.AppliedOn, false) => rows.InOrder(row => row.AppliedOn ?? DateOnly.MaxValue, row => row.Id, descending, after),
            (_, true) => rows.InOrder(row => row.DueOn ?? DateOnly.MinValue, row => row.Id, descending, after),
            (_, false) => rows.InOrder(row => row.DueOn ?? DateOnly.MaxValue, row => row.Id, descending, after),
        };

    private static string NameOf(ListApplications.Input input) => $"{Wire.Name(input.Sort)} {Wire.Name(input.Order)}";
}
