using System.Linq.Expressions;
using JobTracker.Features.Coach.Context;

namespace JobTracker.Features.Coach.Questions;

/// <summary>A question as the contract shows it.</summary>
public sealed record QuestionRow
{
    public required Guid Id { get; init; }
    public required Guid ApplicationId { get; init; }
    public required QuestionKind Kind { get; init; }
    public required string Text { get; init; }
    public string? Why { get; init; }

    /// <summary>The kind of item that it was made from; null for the person's own.</summary>
    public ItemKind? Source { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset UpdatedAt { get; init; }
    public required int Version { get; init; }

    internal static readonly Expression<Func<PreparedQuestion, QuestionRow>> From = row => new QuestionRow
    {
        Id = row.Id,
        ApplicationId = row.ApplicationId,
        Kind = row.Kind,
        Text = row.Text,
        Why = row.Why,
        Source = row.Source,
        CreatedAt = row.CreatedAt,
        UpdatedAt = row.UpdatedAt,
        Version = row.Version,
    };

    private static readonly Func<PreparedQuestion, QuestionRow> Compiled = From.Compile();

    /// <summary>From the tracked row, after a write.</summary>
    internal static QuestionRow Of(PreparedQuestion row) => Compiled(row);
}
