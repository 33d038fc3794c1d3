using JobTracker.Features.Quotas;
using JobTracker.Features.Transfer.Import.Matching;

namespace JobTracker.Features.Transfer.Import;

/// <summary>What would come of a file, before anything is written.</summary>
/// <param name="Report">Whatever places there are.</param>
/// <param name="Seen">What stands in the file.</param>
/// <param name="Places">That are used, and how many there are.</param>
public sealed record ImportPlan(ImportReport Report, Survey Seen, ApplicationQuota.Usage Places)
{
    /// <summary>So many more than there are places.</summary>
    public int Over => Places.Limit is { } limit ? Math.Max(0, Report.WouldAdd - Math.Max(0, limit - Places.Used)) : 0;
}

/// <summary>What becomes of each row of a file.</summary>
public sealed record DecidedFile(Decided Applications, Decided Notes, Decided Sessions)
{
    internal ImportReport Report(Survey seen, int over, bool isWritten) =>
        new()
        {
            Format = seen.Format,
            Rows = seen.Rows,
            WouldAdd = Applications.ToAdd.Count,
            Duplicates = Applications.Duplicates,
            SkippedByQuota = over,
            Errors = seen.Errors.First,
            ErrorCount = seen.Errors.Count,
            Added = isWritten ? Applications.ToAdd.Count : 0,
            Others = new ImportOthers(Notes.ToAdd.Count, Sessions.ToAdd.Count, Applications.ToAdd.Sum(row => row.Files)),
        };
}
