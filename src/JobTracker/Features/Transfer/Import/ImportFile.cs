using JobTracker.Data;
using JobTracker.Features.Accounts;
using JobTracker.Features.Quotas;
using JobTracker.Features.Transfer.Document;
using JobTracker.Features.Transfer.Import.Matching;
using JobTracker.Features.Transfer.Import.Writing;
using JobTracker.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace JobTracker.Features.Transfer.Import;

/// <summary>Takes over what a file holds: it is judged row by row, then written in one transaction, all of it or nothing.</summary>
public sealed class ImportFile(
    JobTrackerDb db,
    SurveyFile survey,
    ReadExisting read,
    WriteFile write,
    ApplicationQuota places,
    FileQuota room,
    UpdateProfile updateProfile,
    IStringLocalizer<Texts> t
)
{
    /// <summary>The name of the form's field, and of the property in mistakes.</summary>
    public const string Field = "File";

    /// <summary>Another import into the same account may hold its lock, and much is read at once.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <param name="owner">Whose account it goes into.</param>
    /// <param name="source">The file.</param>
    /// <param name="choices">How it is taken.</param>
    /// <param name="progress">Is told how many rows are written.</param>
    /// <param name="cancel">Stops the work; nothing is written then.</param>
    /// <param name="inside">What is written down with it; false undoes everything.</param>
    public async Task<Outcome<ImportReport>> RunAsync(
        UserId owner,
        ImportSource source,
        ImportChoices choices,
        IProgress<int>? progress,
        CancellationToken cancel,
        Func<ImportReport, CancellationToken, Task<bool>>? inside = null
    )
    {
        var seen = survey.Run(source, cancel);
        if (seen.End is { } end)
            return new Refused(Field, Sentence(end));
        if (choices.DryRun)
            return await PlanAsync(owner, seen, choices, cancel) is { } plan ? plan.Report : new AccountGone();
        if (seen.Errors.Count > 0 && !choices.SkipErrors)
            return await PlanAsync(owner, seen, choices, cancel) is { } refused ? refused.Report : new AccountGone();
        var usual = db.Database.GetCommandTimeout();
        db.Database.SetCommandTimeout(Patience);
        try
        {
            return await WriteAsync(owner, source, seen, choices, progress, inside, cancel);
        }
        finally
        {
            db.Database.SetCommandTimeout(usual);
        }
    }

    /// <summary>What would come of it, with what a preview shows besides; a file that cannot be read to its end is refused.</summary>
    public async Task<Outcome<ImportPlan>> LookAsync(UserId owner, ImportSource source, CancellationToken cancel)
    {
        var seen = survey.Run(source, cancel);
        if (seen.End is { } end)
            return new Refused(Field, Sentence(end));
        return await PlanAsync(owner, seen, new ImportChoices(), cancel) is { } plan ? plan : new AccountGone();
    }

    private string Sentence(EndOfReading end) => end.Row == 0 ? end.Message : t["Row {0}: {1}", end.Row, end.Message];

    private async Task<ImportPlan?> PlanAsync(UserId owner, Survey seen, ImportChoices choices, CancellationToken cancel)
    {
        if (await places.ReadAsync(owner, cancel) is not { } usage)
            return null;
        var decided = await DecideAsync(owner, seen, cancel);
        var free = usage.Limit is { } limit ? Math.Max(0, limit - usage.Used) : int.MaxValue;
        var over = choices.FitQuota ? decided.Applications.Cut(free) : 0;
        return new ImportPlan(decided.Report(seen, over, isWritten: false), seen, usage);
    }

    private async Task<Outcome<ImportReport>> WriteAsync(
        UserId owner,
        ImportSource source,
        Survey seen,
        ImportChoices choices,
        IProgress<int>? progress,
        Func<ImportReport, CancellationToken, Task<bool>>? inside,
        CancellationToken cancel
    )
    {
        await using var work = await Work.BeginAsync(db, cancel);
        // Locks the account first, as everywhere: of two imports of the same file the second then finds what the first has added.
        await room.GiveBackAsync(owner, 0, cancel);
        var decided = await DecideAsync(owner, seen, cancel);
        var over = 0;
        if (choices.FitQuota)
        {
            if (await places.TakeUpToAsync(owner, decided.Applications.ToAdd.Count, cancel) is not { } taken)
                return new AccountGone();
            over = decided.Applications.Cut(taken);
        }
        else if (await places.TakeAsync(owner, decided.Applications.ToAdd.Count, cancel) is Failed<DaySettings> { Failure: var full })
            return full;
        if (await room.TakeAsync(owner, decided.Applications.ToAdd.Sum(row => row.FileBytes), cancel) is { } noRoom)
            return noRoom;
        await write.RunAsync(owner, source, decided, progress, cancel);
        if (
            choices.TakeProfile
            && seen.Profile is { } profile
            && await updateProfile.RunAsync(owner, Of(profile), cancel) is Failed<Me> bad
        )
            return bad.Failure;
        var report = decided.Report(seen, over, isWritten: true);
        if (inside is not null && !await inside(report, cancel))
            return new NotFound();
        await work.CommitAsync(cancel);
        return report;
    }

    private async Task<DecidedFile> DecideAsync(UserId owner, Survey seen, CancellationToken cancel)
    {
        var isForeign = !seen.Format.IsOwn();
        return new DecidedFile(
            Decided.Of(seen.Applications, await read.ApplicationsAsync(owner, seen.Applications, cancel), isForeign),
            Decided.Of(seen.Notes, await read.NotesAsync(owner, seen.Notes, cancel), oneEach: false),
            Decided.Of(seen.Sessions, await read.SessionsAsync(owner, seen.Sessions, cancel), oneEach: false)
        );
    }

    private static Profile Of(KeptProfile kept) =>
        new()
        {
            FullName = kept.FullName,
            TimeZone = kept.TimeZone,
            Locale = kept.Locale,
            DigestEnabled = kept.DigestEnabled,
            DigestHour = kept.DigestHour,
            FollowUpDays = kept.FollowUpDays,
            AiProvider = kept.AiProvider,
        };
}
