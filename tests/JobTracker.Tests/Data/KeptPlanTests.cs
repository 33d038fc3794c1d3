using JobTracker.Testing;
using Microsoft.EntityFrameworkCore;

namespace JobTracker.Tests.Data;

/// <summary>The server keeps the plans of statements that a connection repeats. A migration under a running process must not make them stale.</summary>
public sealed class KeptPlanTests
{
    // Npgsql prepares what it has seen five times.
    private const int Often = 8;

    private const string NextVersion = """
        alter table applications add column of_the_next_version text;
        alter table deliverables add column of_the_next_version text;
        alter table status_changes add column of_the_next_version text;
        alter table user_accounts add column of_the_next_version text;
        alter table users add column of_the_next_version text;
        """;

    [Fact]
    public async Task A_column_that_a_newer_version_adds_disturbs_nobody()
    {
        await using var app = await JobTrackerApp.StartAsync(("Serilog:MinimumLevel", "Warning"));
        using var admin = await app.RegisterAdminAsync();
        using var other = await app.RegisterAsync();
        var application = (await admin.AddAsync()).Text("id")!;
        using var added = await admin.SendAsync(
            HttpMethod.Post,
            "/api/deliverables",
            new { application_id = application, title = "Letter" }
        );
        var deliverable = (await added.ReadAsync(201)).Text("id")!;

        for (var round = 0; round < Often; round++)
            await UseAsync(round);
        await app.ReadAsync(db => db.Database.ExecuteSqlRawAsync(NextVersion));
        await UseAsync(Often);

        async Task UseAsync(int round)
        {
            await admin.GetAsync("/api/applications");
            using var edited = await admin.SendAsync(
                HttpMethod.Patch,
                $"/api/applications/{application}",
                new { company = $"Company {round}" }
            );
            await edited.ReadAsync(200);
            using var renamed = await admin.SendAsync(
                HttpMethod.Patch,
                $"/api/deliverables/{deliverable}",
                new { title = $"Title {round}" }
            );
            await renamed.ReadAsync(200);
            using var granted = await admin.SendAsync(HttpMethod.Put, $"/api/admin/users/{other.Id}/admin");
            using var revoked = await admin.SendAsync(HttpMethod.Delete, $"/api/admin/users/{other.Id}/admin");
            Assert.True(revoked.IsSuccessStatusCode, await revoked.Content.ReadAsStringAsync());
        }
    }
}
