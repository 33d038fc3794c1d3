using System.Globalization;
using FluentValidation;
using JobTracker.Data;
using JobTracker.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace JobTracker.Features.Admin;

/// <summary>Gives an account limits of its own. They may be below what is used: nothing is taken away, and nothing more gets in.</summary>
public sealed class ChangeLimits(JobTrackerDb db, ChangeLimits.Rules rules, ActLog log, ListUsers list, TimeProvider clock)
{
    public sealed record Input
    {
        /// <summary>Null lets the site's limit hold.</summary>
        public int? ApplicationsMax { get; init; }

        /// <summary>In bytes; null lets the site's limit hold.</summary>
        public long? FileBytesMax { get; init; }
    }

    public sealed class Rules : AbstractValidator<Input>
    {
        public const int MostApplications = 1_000_000;
        public const long MostBytes = 1L << 40;

        public Rules(IStringLocalizer<Texts> t)
        {
            RuleFor(input => input.ApplicationsMax)
                .InclusiveBetween(0, MostApplications)
                .WithMessage(_ => t["Use a number from {0} to {1}.", 0, MostApplications]);
            RuleFor(input => input.FileBytesMax)
                .InclusiveBetween(0, MostBytes)
                .WithMessage(_ => t["Use a number from {0} to {1}.", 0, MostBytes]);
        }
    }

    public async Task<Outcome<UserLine>> RunAsync(UserId admin, Guid id, Input input, CancellationToken cancel)
    {
        if (rules.Check(input) is { } refused)
            return refused;
        var user = new UserId(id);
        await using var work = await Work.BeginAsync(db, cancel);
        if (await db.Accounts.OwnedBy(user).SingleOrDefaultAsync(cancel) is not { } account)
            return new NotFound();
        log.Add(
            admin,
            AdminActKind.LimitsChanged,
            user,
            Words(account.ApplicationsMax, account.FileBytesMax),
            Words(input.ApplicationsMax, input.FileBytesMax)
        );
        account.Limit(input.ApplicationsMax, input.FileBytesMax, clock.Now());
        await db.SaveChangesAsync(cancel);
        await work.CommitAsync(cancel);
        return await list.OneAsync(admin, id, cancel);
    }

    private static string Words(int? applications, long? bytes) =>
        string.Create(CultureInfo.InvariantCulture, $"applications={applications}, file_bytes={bytes}");
}
