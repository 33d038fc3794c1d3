using JobTracker.Kernel;
using Microsoft.EntityFrameworkCore;

namespace JobTracker.Data;

/// <summary>A row that belongs to one account. Its primary key is (user_id, id), and so is every foreign key to it.</summary>
public interface IOwned
{
    /// <summary>The account's key, first column of the primary key.</summary>
    Guid UserId { get; }
}

/// <summary>Where every query of somebody's rows starts.</summary>
public static class OwnedRows
{
    /// <summary>How a statement over everybody's rows begins, as a comment.</summary>
    public const string OfEverybodyTag = "of everybody, for administrators";

    /// <summary>Only this person's rows.</summary>
    public static IQueryable<T> OwnedBy<T>(this IQueryable<T> rows, UserId owner)
        where T : class, IOwned => rows.Where(row => row.UserId == owner.Value);

    /// <summary>Everybody's rows, for what only administrators count. It says so in the statement itself, because nothing else may do without an owner.</summary>
    public static IQueryable<T> OfEverybody<T>(this IQueryable<T> rows)
        where T : class, IOwned => rows.TagWith(OfEverybodyTag);
}
