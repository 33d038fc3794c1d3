using FluentValidation;
using JobTracker.Data;
using JobTracker.Features.Reminders;
using JobTracker.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace JobTracker.Features.Accounts;

/// <summary>Replaces name and settings.</summary>
public sealed class UpdateProfile(JobTrackerDb db, UpdateProfile.Rules rules, ScheduleDigest schedule, ReadMe read, TimeProvider clock)
{
    public sealed class Rules : AbstractValidator<Profile>
    {
        public const int MostName = 200;
        public const int MostFollowUpDays = 60;

        public Rules(IStringLocalizer<Texts> t)
        {
            RuleFor(input => input.FullName).Text(MostName, t);
            RuleFor(input => input.TimeZone).Must(Calendar.IsZone).WithMessage(_ => t["Choose a time zone of the list."]);
            RuleFor(input => input.Locale).Must(locale => Locales.All.Contains(locale)).WithMessage(_ => t["Choose English or French."]);
            RuleFor(input => input.DigestHour).InclusiveBetween(0, 23).WithMessage(_ => t["Use a number from {0} to {1}.", 0, 23]);
            RuleFor(input => input.FollowUpDays)
                .InclusiveBetween(1, MostFollowUpDays)
                .WithMessage(_ => t["Use a number from {0} to {1}.", 1, MostFollowUpDays]);
        }
    }

    public async Task<Outcome<Me>> RunAsync(UserId owner, Profile typed, CancellationToken cancel)
    {
        var input = typed with { FullName = Tidy.Line(typed.FullName) };
        if (rules.Check(input) is { } refused)
            return refused;
        await using var work = await Work.BeginAsync(db, cancel);
        if (await db.Accounts.OwnedBy(owner).SingleOrDefaultAsync(cancel) is not { } account)
            return new AccountGone();
        account.Change(input, clock.Now());
        await db.SaveChangesAsync(cancel);
        await schedule.RunAsync(owner, account, cancel);
        await work.CommitAsync(cancel);
        return await read.RunAsync(owner, cancel);
    }
}
