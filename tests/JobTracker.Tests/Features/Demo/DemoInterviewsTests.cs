using JobTracker.Features.Applications;
using JobTracker.Features.Demo;
using JobTracker.Features.Interviews;
using JobTracker.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace JobTracker.Tests.Features.Demo;

public sealed class DemoInterviewsTests
{
    [Theory]
    [InlineData("en", "Europe/London")]
    [InlineData("fr", "Europe/Paris")]
    public async Task The_demo_has_rounds_behind_it_with_their_debriefs_and_a_few_ahead(string locale, string home)
    {
        await using var app = await JobTrackerApp.StartAsync();
        await using (var scope = app.Services.CreateAsyncScope())
            await scope.ServiceProvider.GetRequiredService<SeedDemo>().RunAsync(locale, password: null, CancellationToken.None);
        var now = app.Clock.GetUtcNow();
        var rounds = await app.ReadAsync(db => db.Interviews.Include(row => row.Application).ToListAsync());

        var ahead = rounds.Where(row => row.StartsAt > now).ToList();
        Assert.InRange(ahead.Count, 3, 4);
        Assert.All(ahead, row => Assert.Equal(InterviewStatus.Planned, row.Status));
        Assert.Single(ahead, row => row.TimeZone != home);

        var behind = rounds.Except(ahead).ToList();
        Assert.NotEmpty(behind);
        Assert.All(behind, row => Assert.True(row is { Status: InterviewStatus.Completed, Debrief: not null }));
        var reached = await app.ReadAsync(db =>
            db.StatusChanges.Where(change => change.Status == ApplicationStatus.Interview)
                .Select(change => change.ApplicationId)
                .ToListAsync()
        );
        Assert.Subset(reached.ToHashSet(), behind.Select(row => row.ApplicationId).ToHashSet());
        Assert.InRange(behind.GroupBy(row => row.ApplicationId).Max(group => group.Count()), 1, 2);
    }
}
