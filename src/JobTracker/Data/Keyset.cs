using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;

namespace JobTracker.Data;

/// <summary>Pages by the place of the last row seen: the same cost on the first and the thousandth page, stable while rows are added.</summary>
public static class Keyset
{
    /// <summary>Sorts by a key, ties by id, and goes on after the given place.</summary>
    /// <param name="rows">What to page through.</param>
    /// <param name="key">The sort key; never null (say what stands for an empty value).</param>
    /// <param name="id">Decides between equal keys.</param>
    /// <param name="descending">The direction of both.</param>
    /// <param name="after">The key and id of the last row seen; null for the first page.</param>
    public static IQueryable<T> InOrder<T, TKey>(
        this IQueryable<T> rows,
        Expression<Func<T, TKey>> key,
        Expression<Func<T, Guid>> id,
        bool descending,
        (TKey Key, Guid Id)? after
    )
    {
        if (after is { } place)
            rows = rows.Where(Beyond(key, id, descending, Inlining.Captured(place.Key), Inlining.Captured(place.Id)));
        return descending ? rows.OrderByDescending(key).ThenByDescending(id) : rows.OrderBy(key).ThenBy(id);
    }

    /// <summary>A row-value comparison, (key, id) &lt; (k, i), which PostgreSQL answers from the index of the order.</summary>
    /// <param name="key">As in <see cref="InOrder"/>.</param>
    /// <param name="id">As in <see cref="InOrder"/>.</param>
    /// <param name="descending">As in <see cref="InOrder"/>.</param>
    /// <param name="placeKey">The key of the last row seen.</param>
    /// <param name="placeId">Its id.</param>
    internal static Expression<Func<T, bool>> Beyond<T, TKey>(
        Expression<Func<T, TKey>> key,
        Expression<Func<T, Guid>> id,
        bool descending,
        Expression placeKey,
        Expression placeId
    )
    {
        var row = key.Parameters[0];
        Expression<Func<TKey, Guid, ITuple>> pair = (k, i) => ValueTuple.Create(k, i);
        Expression<Func<ITuple, ITuple, bool>> compare = descending
            ? (left, right) => EF.Functions.LessThan(left, right)
            : (left, right) => EF.Functions.GreaterThan(left, right);
        var body = compare.Inline(pair.Inline(key.Body, id.Inline(row)), pair.Inline(placeKey, placeId));
        return Expression.Lambda<Func<T, bool>>(body, row);
    }
}
