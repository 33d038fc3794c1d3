using JobTracker.Features.Reminders;
using JobTracker.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace JobTracker.Tests.Features.Reminders;

/// <summary>People who want a digest, and the moment at which it is written.</summary>
internal static class Digests
{
    /// <summary>Somebody with a confirmed address, a digest every day, and one thing that has been late for long.</summary>
    public static async Task<TestUser> WantedByAsync(JobTrackerApp app, string zone, int hour, string locale = "en")
    {
        var user = await app.RegisterAsync();
        await app.ExecuteAsync($"update users set email_confirmed = true where id = {user.Id}");
        await ChooseAsync(user, zone, hour, locale);
        await user.OweAsync("Cover letter", "2026-01-15");
        return user;
    }

    public static async Task ChooseAsync(TestUser user, string zone, int hour, string locale = "en", bool enabled = true)
    {
        using var chosen = await user.SendAsync(
            HttpMethod.Put,
            "/api/auth/update-profile",
            new
            {
                full_name = "Ada Lovelace",
                time_zone = zone,
                locale,
                digest_enabled = enabled,
                digest_hour = hour,
                follow_up_days = 10,
            }
        );
        await chosen.ReadAsync(200);
    }

    /// <summary>A deliverable of a new application.</summary>
    public static async Task OweAsync(this TestUser user, string title, string due)
    {
        var application = (await user.AddAsync()).Text("id");
        using var owed = await user.SendAsync(
            HttpMethod.Post,
            "/api/deliverables",
            new
            {
                application_id = application,
                title,
                due_on = due,
            }
        );
        await owed.ReadAsync(201);
    }

    /// <summary>From here on digests are written only when the test says so.</summary>
    public static Task StopRoundsAsync(JobTrackerApp app) =>
        app.Services.GetServices<IHostedService>().Single(service => service.GetType().Name == "DigestRounds").StopAsync(default);

    /// <summary>What a process does every half minute.</summary>
    public static async Task LookAsync(JobTrackerApp app)
    {
        for (var more = true; more; )
        {
            await using var scope = app.Services.CreateAsyncScope();
            more = await scope.ServiceProvider.GetRequiredService<SendDigests>().NextAsync(default);
        }
    }
}
