using System.Linq.Expressions;
using System.Text.Json.Serialization;

namespace JobTracker.Features.Writing;

/// <summary>A note as lists show it: everything but the text.</summary>
public record NoteRow
{
    public required Guid Id { get; init; }

    /// <summary>Null in the bank.</summary>
    public Guid? ApplicationId { get; init; }
    public required string Title { get; init; }
    public required IReadOnlyList<string> Tags { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset UpdatedAt { get; init; }
    public required int Version { get; init; }

    /// <summary>The projection, so that only these columns are read.</summary>
    internal static readonly Expression<Func<WritingNote, NoteRow>> From = row => new NoteRow
    {
        Id = row.Id,
        ApplicationId = row.ApplicationId,
        Title = row.Title,
        Tags = row.Tags,
        CreatedAt = row.CreatedAt,
        UpdatedAt = row.UpdatedAt,
        Version = row.Version,
    };
}

/// <summary>A whole note.</summary>
public sealed record NoteDetails : NoteRow
{
    [JsonPropertyOrder(1)]
    public required string Content { get; init; }

    /// <summary>From the row, after a write.</summary>
    internal static NoteDetails Of(WritingNote row) =>
        new()
        {
            Id = row.Id,
            ApplicationId = row.ApplicationId,
            Title = row.Title,
            Tags = row.Tags,
            CreatedAt = row.CreatedAt,
            UpdatedAt = row.UpdatedAt,
            Version = row.Version,
            Content = row.Content,
        };
}

/// <summary>A note as the pages list it: how it begins, and where it belongs.</summary>
/// <param name="Company">Of the application; null in the bank.</param>
/// <param name="Beginning">The first characters of the Markdown, cut anywhere.</param>
public sealed record NoteLine(
    Guid Id,
    string Title,
    IReadOnlyList<string> Tags,
    Guid? ApplicationId,
    string? Company,
    string Beginning,
    DateTimeOffset UpdatedAt
)
{
    private const int MostBeginning = 240;

    internal static readonly Expression<Func<WritingNote, NoteLine>> From = row => new NoteLine(
        row.Id,
        row.Title,
        row.Tags,
        row.ApplicationId,
        row.Application!.Company,
        row.Content.Substring(0, MostBeginning),
        row.UpdatedAt
    );
}
