using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using JobTracker.Data;
using JobTracker.Features.Accounts;
using JobTracker.Features.Quotas;
using JobTracker.Kernel;

namespace JobTracker.Features.Applications;

/// <summary>Adds an application, within the quota, with the first entry of its history.</summary>
public sealed class AddApplication(
    JobTrackerDb db,
    ApplicationFacts.Rules rules,
    ApplicationQuota quota,
    FindDuplicates duplicates,
    TimeProvider clock
)
{
    public async Task<Outcome<AddedApplication>> RunAsync(UserId owner, ApplicationFacts input, CancellationToken cancel)
    {
        var facts = input.Tidied();
        if (rules.Check(facts) is { } refused)
            return refused;

        var earlier = await duplicates.RunAsync(owner, facts.Company, facts.Position, facts.Link, cancel);
        // From here on the account's row is locked: everybody else who adds for this person waits, so nothing is read any more.
        await using var work = await Work.BeginAsync(db, cancel);
        var place = await quota.TakeAsync(owner, 1, cancel);
        if (place is not Done<DaySettings> { Value: var days })
            return ((Failed<DaySettings>)place).Failure;
        var (application, first) = JobApplication.Create(owner, facts, clock.Today(days.TimeZone), clock.Now());
        db.Add(application);
        db.Add(first);
        await db.SaveChangesAsync(cancel);
        await work.CommitAsync(cancel);
        return new AddedApplication(
            ApplicationDetails.Of(application, new(days.TimeZone, days.FollowUpDays, ApplicationCounts.None, NextInterviewAt: null)),
            earlier
        );
    }
}

/// <summary>A new application, and those that it may repeat.</summary>
public sealed record AddedApplication : ApplicationDetails
{
    [SetsRequiredMembers]
    internal AddedApplication(ApplicationDetails row, IReadOnlyList<FindDuplicates.Row> duplicates)
        : base(row) => PossibleDuplicates = duplicates;

    [JsonPropertyOrder(2)]
    public IReadOnlyList<FindDuplicates.Row> PossibleDuplicates { get; }
}
