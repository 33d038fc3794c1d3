using JobTracker.Data;
using JobTracker.Features.Applications;

namespace JobTracker.Features.Files;

/// <summary>A document of an application: its name and kind. The bytes are a <see cref="FileContent"/>.</summary>
public sealed class StoredFile : IOwned
{
    public required Guid UserId { get; init; }
    public required Guid Id { get; init; }
    public required Guid ApplicationId { get; init; }

    /// <summary>For queries: which application it belongs to, and that it is hidden with it.</summary>
    public JobApplication? Application { get; private set; }
    public required string Name { get; init; }

    /// <summary>As its first bytes say, whatever the sender claimed.</summary>
    public required string MediaType { get; init; }

    /// <summary>In bytes.</summary>
    public required long Size { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
}

/// <summary>The bytes of a <see cref="StoredFile"/>, in a table of their own so that no list loads them.</summary>
public sealed class FileContent : IOwned
{
    public required Guid UserId { get; init; }

    /// <summary>The file's.</summary>
    public required Guid Id { get; init; }
    public required byte[] Bytes { get; init; }
}
