using JobTracker.Features.Transfer.Import.Checks;

namespace JobTracker.Features.Transfer.Import;

/// <summary>What comes, or came, of a file. The first counts are about applications.</summary>
public sealed record ImportReport
{
    public required ImportFormat Format { get; init; }

    /// <summary>All, those with errors included.</summary>
    public required int Rows { get; init; }

    /// <summary>So many would come in.</summary>
    public required int WouldAdd { get; init; }

    /// <summary>So many are there already, or stand in the file before.</summary>
    public required int Duplicates { get; init; }

    /// <summary>So many have no place.</summary>
    public required int SkippedByQuota { get; init; }

    /// <summary>The first hundred.</summary>
    public required IReadOnlyList<ImportError> Errors { get; init; }
    public required int ErrorCount { get; init; }

    /// <summary>So many came in.</summary>
    public required int Added { get; init; }

    /// <summary>What would come in, or came in, beside the applications.</summary>
    public required ImportOthers Others { get; init; }
}

/// <param name="Notes">Of the writing bank.</param>
/// <param name="Files">Documents of the applications.</param>
public sealed record ImportOthers(int Notes, int SearchSessions, int Files);

/// <summary>How a file is taken.</summary>
public sealed record ImportChoices
{
    /// <summary>Nothing is written.</summary>
    public bool DryRun { get; init; }

    /// <summary>Rows with errors are left out; otherwise one of them stops everything.</summary>
    public bool SkipErrors { get; init; }

    /// <summary>As many as there are places; otherwise all or none.</summary>
    public bool FitQuota { get; init; }

    /// <summary>Name and settings too, never the address.</summary>
    public bool TakeProfile { get; init; }
}
