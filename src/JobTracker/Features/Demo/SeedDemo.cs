using System.Security.Cryptography;
using JobTracker.Data;
using JobTracker.Features.Accounts;
using JobTracker.Features.Accounts.Passwords;
using JobTracker.Features.Applications;
using JobTracker.Features.Quotas;
using JobTracker.Kernel;
using Microsoft.EntityFrameworkCore;

namespace JobTracker.Features.Demo;

/// <summary>Makes the demo account with nine months of a plausible search, once. It has limits of its own.</summary>
public sealed class SeedDemo(JobTrackerDb db, PasswordHashing passwords, UserQuota users, TimeProvider clock)
{
    public const string Email = "demo@jobtracker.example";

    /// <summary>Known to everybody, so for Development only.</summary>
    public const string DevelopmentPassword = "try-everything-here";
    private const int Most = 200;

    /// <summary>The password of a new demo account; null when there is one already.</summary>
    /// <param name="locale">Its language.</param>
    /// <param name="password">Null makes a random one.</param>
    /// <param name="cancel">Stops the work; nothing is kept then.</param>
    public async Task<Outcome<string?>> RunAsync(string locale, string? password, CancellationToken cancel)
    {
        var normalized = Emails.Normalize(Email);
        if (await db.Users.AnyAsync(user => user.NormalizedEmail == normalized, cancel))
            return (string?)null;
        password ??= Convert.ToBase64String(RandomNumberGenerator.GetBytes(15));
        if (await passwords.HashAsync(password, cancel) is not Done<string> { Value: var hash })
            return new TooMany(HashingGate.LongestWait);

        await using var work = await Work.BeginAsync(db, cancel);
        if (await users.TakeAsync(cancel) is { } full)
            return full;
        var words = DemoWords.Of(locale);
        var owner = await AddPersonAsync(words, locale, hash, cancel);
        var today = clock.Today(words.TimeZone);
        var deliverables = new DemoDeliverables(locale, today, At);
        var interviews = new DemoInterviews(locale, words.TimeZone, clock.Now());
        var applications = new DemoStory(words, today).Chapters().Select(chapter => Add(owner, chapter, interviews)).ToList();
        db.AddRange(applications.SelectMany(deliverables.For));
        db.AddRange(DemoWriting.Of(locale).Rows(owner, [.. applications.Select(row => row.Id).Reverse()], clock.Now()));
        db.AddRange(DemoSessions.Rows(owner, locale, clock.Now()));
        await db.SaveChangesAsync(cancel);
        await db
            .Accounts.OwnedBy(owner)
            .ExecuteUpdateAsync(
                set =>
                    set.SetProperty(account => account.ApplicationsUsed, DemoStory.Applications)
                        .SetProperty(account => account.ApplicationsMax, Most),
                cancel
            );
        await work.CommitAsync(cancel);
        return password;
    }

    private async Task<UserId> AddPersonAsync(DemoWords words, string locale, string hash, CancellationToken cancel)
    {
        var now = clock.Now();
        var user = User.Create(Email, hash, now);
        // Nobody reads mail there: it is not asked for.
        user.Confirm(Email);
        var account = new UserAccount
        {
            UserId = user.Id,
            Locale = locale,
            TimeZone = words.TimeZone,
            CreatedAt = now,
            UpdatedAt = now,
        };
        account.Introduce(words.FullName);
        db.Add(user);
        db.Add(account);
        await db.SaveChangesAsync(cancel);
        return new UserId(user.Id);
    }

    private JobApplication Add(UserId owner, DemoStory.Chapter chapter, DemoInterviews interviews)
    {
        var begun = At(chapter.BegunOn);
        var (application, first) = JobApplication.Create(owner, chapter.Facts.Tidied(), chapter.BegunOn, begun);
        var history = new List<StatusChange> { first };
        foreach (var (status, on) in chapter.Moves)
            history.Add(application.MoveTo(status, on, note: null, history, on, At(on).AddMinutes(history.Count)));
        db.Add(application);
        db.AddRange(history);
        db.AddRange(interviews.Of(owner, application, history));
        return application;
    }

    /// <summary>Entered during that day, but never in the future.</summary>
    private DateTimeOffset At(DateOnly day)
    {
        var noon = new DateTimeOffset(day, new TimeOnly(10, 30), TimeSpan.Zero);
        return noon < clock.Now() ? noon : clock.Now().AddHours(-1);
    }
}
