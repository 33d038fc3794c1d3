using FluentValidation;
using JobTracker.Data;
using JobTracker.Features.Accounts.Passwords;
using JobTracker.Features.Applications;
using JobTracker.Features.Quotas;
using JobTracker.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace JobTracker.Features.Accounts;

/// <summary>Deletes the account with everything in it, at once and for good, and frees its place on the site.</summary>
public sealed class DeleteAccount(JobTrackerDb db, DeleteAccount.Rules rules, VerifyPassword verify, UserQuota quota, EndSignIns end)
{
    public sealed record Input
    {
        public string? Password { get; init; }
    }

    public sealed class Rules : AbstractValidator<Input>
    {
        public Rules(IStringLocalizer<Texts> t) =>
            RuleFor(input => input.Password).NotEmpty().WithMessage(_ => t["Enter your password."]).Text(PasswordRule.Longest * 2, t);
    }

    public async Task<Outcome<Nothing>> RunAsync(UserId owner, Input input, CancellationToken cancel)
    {
        if (rules.Check(input) is { } refused)
            return refused;
        var verified = await verify.RunAsync(owner, input.Password!, nameof(Input.Password), cancel);
        if (verified is not Done<User> { Value: var user })
            return ((Failed<User>)verified).Failure;

        await using var work = await Work.BeginAsync(db, cancel);
        if (!await db.HoldAsync(user, cancel))
            return verify.Wrong(nameof(Input.Password));
        await end.AllAsync(owner, except: null, cancel);
        // The database would remove the writing first, and refuse because deliverables still name it.
        await db
            .Deliverables.OwnedBy(owner)
            .IgnoreQueryFilters([JobApplicationMapping.Deleted])
            .Where(row => row.SourceWritingId != null)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.SourceWritingId, (Guid?)null), cancel);
        await db.Accounts.OwnedBy(owner).ExecuteDeleteAsync(cancel);
        // Before the user's own row: whoever writes the digest at this moment holds this one, and needs that one next.
        await db.Digests.Where(row => row.UserId == owner.Value).ExecuteDeleteAsync(cancel);
        // Two requests at once: only the one that removes the row gives the place back.
        if (await db.Users.Where(row => row.Id == owner.Value).ExecuteDeleteAsync(cancel) == 1)
            await quota.GiveBackAsync(cancel);
        await work.CommitAsync(cancel);
        return Nothing.Value;
    }
}
