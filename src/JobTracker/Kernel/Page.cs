using System.Text.Json.Serialization;

namespace JobTracker.Kernel;

/// <summary>A part of a list, and where it goes on.</summary>
/// <param name="Items">The rows, in order.</param>
/// <param name="NextCursor">What to ask for next; null at the end.</param>
/// <param name="Total">How many rows there are in all, when that was asked for.</param>
public sealed record Page<T>(
    IReadOnlyList<T> Items,
    string? NextCursor = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Total = null
);
