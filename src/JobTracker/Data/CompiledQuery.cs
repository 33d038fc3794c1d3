using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace JobTracker.Data;

/// <summary>A query that is compiled once, for requests that everybody sends all the time.</summary>
/// <typeparam name="TQuery">What <see cref="EF"/> makes of it: a delegate.</typeparam>
/// <param name="compile">Makes one. It belongs to the model that it meets first, and a process of tests has several.</param>
public sealed class CompiledQuery<TQuery>(Func<TQuery> compile)
    where TQuery : Delegate
{
    private readonly ConditionalWeakTable<IModel, TQuery> queries = [];

    /// <summary>The query, to be run in this context.</summary>
    public TQuery In(JobTrackerDb db) => queries.GetValue(db.Model, _ => compile());
}
