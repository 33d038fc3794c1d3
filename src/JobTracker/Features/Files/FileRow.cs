using System.Linq.Expressions;

namespace JobTracker.Features.Files;

/// <summary>A document as lists show it.</summary>
public sealed record FileRow(Guid Id, Guid ApplicationId, string Name, string MediaType, long Size, DateTimeOffset CreatedAt)
{
    /// <summary>The projection, so that only these columns are read.</summary>
    internal static readonly Expression<Func<StoredFile, FileRow>> From = row => new FileRow(
        row.Id,
        row.ApplicationId,
        row.Name,
        row.MediaType,
        row.Size,
        row.CreatedAt
    );
}
