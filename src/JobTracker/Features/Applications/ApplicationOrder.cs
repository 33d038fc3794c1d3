using JobTracker.Data;
using JobTracker.Kernel;
using SortBy = JobTracker.Features.Applications.ListApplications.SortBy;

namespace JobTracker.Features.Applications;

/// <summary>The orders of the list. An empty date comes last in both directions, by the same expressions as the indexes.</summary>
internal static class ApplicationOrder
{
    /// <summary>Null when the cursor does not belong to this order.</summary>
    public static IQueryable<JobApplication>? Apply(IQueryable<JobApplication> rows, ListApplications.Input input)
    {
        var descending = input.Order == ListApplications.Direction.Desc;
        var sort = NameOf(input);
        switch (input.Sort)
        {
            case SortBy.Company:
                var name = input.Cursor is null ? null : Cursor.Decode(input.Cursor, sort);
                return input.Cursor is not null && name is null
                    ? null
                    : rows.InOrder(row => row.CompanyKey, row => row.Id, descending, name is null ? null : (name.Key, name.Id));
            case SortBy.UpdatedAt:
                var instant = input.Cursor is null ? null : Cursor.InstantPlace(input.Cursor, sort);
                return input.Cursor is not null && instant is null
                    ? null
                    : rows.InOrder(row => row.UpdatedAt, row => row.Id, descending, instant);
            default:
                var day = input.Cursor is null ? null : Cursor.DayPlace(input.Cursor, sort);
                return input.Cursor is not null && day is null ? null : ByDay(rows, input.Sort, descending, day);
        }
    }

    /// <summary>The place of a row in the order that was asked for.</summary>
    public static Cursor CursorAt(ApplicationRow row, ListApplications.Input input)
    {
        var missing = input.Order == ListApplications.Direction.Asc ? DateOnly.MaxValue : DateOnly.MinValue;
        return input.Sort switch
        {
            SortBy.Company => new Cursor(NameOf(input), Folding.Fold(row.Company), row.Id),
            SortBy.AppliedOn => Cursor.At(NameOf(input), row.AppliedOn ?? missing, row.Id),
            SortBy.DueOn => Cursor.At(NameOf(input), row.DueOn ?? missing, row.Id),
            _ => Cursor.At(NameOf(input), row.UpdatedAt, row.Id),
        };
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
