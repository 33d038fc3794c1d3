using FluentValidation;
using Microsoft.Extensions.Localization;

namespace JobTracker.Kernel;

/// <summary>How lists are cut into pages.</summary>
public static class Paging
{
    /// <summary>Rows on a page when nothing else is asked for.</summary>
    public const int DefaultLimit = 25;

    /// <summary>The most rows on a page.</summary>
    public const int MostLimit = 100;

    /// <summary>The rule for how many rows are asked for.</summary>
    public static IRuleBuilderOptions<T, int> Limit<T>(this IRuleBuilder<T, int> rule, IStringLocalizer t) =>
        rule.InclusiveBetween(1, MostLimit).WithMessage(_ => t["Use a number from {0} to {1}.", 1, MostLimit]);

    /// <summary>A page out of one row more than was asked for, if there is one: that row tells that the list goes on.</summary>
    /// <param name="rows">As read, in order.</param>
    /// <param name="limit">How many were asked for.</param>
    /// <param name="placeOf">The place of a row in the order.</param>
    /// <param name="total">How many there are in all, when that was asked for.</param>
    public static Page<T> ToPage<T>(this IReadOnlyList<T> rows, int limit, Func<T, Cursor> placeOf, int? total = null) =>
        new([.. rows.Take(limit)], rows.Count > limit ? placeOf(rows[limit - 1]).Encode() : null, total);
}
