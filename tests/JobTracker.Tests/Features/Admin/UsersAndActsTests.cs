using JobTracker.Features.Admin;
using JobTracker.Testing;
using JobTracker.Tests.Features.Files;
using Microsoft.Extensions.DependencyInjection;

namespace JobTracker.Tests.Features.Admin;

public sealed class UsersAndActsTests : IAsyncLifetime
{
    private const string Users = "/api/admin/users";
    private JobTrackerApp? app;

    private JobTrackerApp App => app!;

    public async ValueTask InitializeAsync() =>
        app = await JobTrackerApp.StartAsync(("Quotas:MaxApplicationsPerUser", "5"), ("Quotas:FileBytesPerUser", "1000000"));

    public ValueTask DisposeAsync() => App.DisposeAsync();

    [Fact]
    public async Task The_list_goes_page_by_page_with_what_everybody_uses()
    {
        using var admin = await App.RegisterAdminAsync();
        using var busy = await App.RegisterAsync("busy@example.org");
        var row = await busy.AddAsync();
        await busy.KeepAsync(row.Text("id")!, "cv.pdf", Samples.Pdf);
        for (var n = 0; n < 3; n++)
            (await App.RegisterAsync()).Dispose();

        var seen = new List<string>();
        string? cursor = null;
        do
        {
            var page = await admin.GetAsync($"{Users}?limit=2&count=true{(cursor is null ? "" : $"&cursor={cursor}")}");
            Assert.Equal(5, page["total"]!.GetValue<int>());
            seen.AddRange(page["items"]!.AsArray().Select(user => user!.Text("id")!));
            cursor = page.Text("next_cursor");
        } while (cursor is not null);
        Assert.Equal(5, seen.Distinct().Count());

        var found = Assert.Single(await admin.ItemsAsync($"{Users}?q=BUSY"));
        Assert.Equal(1, found["applications_used"]!.GetValue<int>());
        Assert.Equal(5, found["applications_limit"]!.GetValue<int>());
        Assert.Null(found["applications_max"]);
        Assert.Equal(Samples.Pdf.Length, found["file_bytes_used"]!.GetValue<int>());
        Assert.NotNull(found["last_seen_at"]);
        Assert.DoesNotContain("Kestrel", found.ToJsonString(), StringComparison.Ordinal);
        using var wrong = await admin.Client.GetAsync($"{Users}?cursor=x&limit=0");
        await wrong.ProblemAsync(400, "invalid");
    }

    [Fact]
    public async Task A_limit_of_ones_own_replaces_the_site_s_and_may_lie_below_what_is_used()
    {
        using var admin = await App.RegisterAdminAsync();
        using var user = await App.RegisterAsync();
        for (var n = 0; n < 3; n++)
            await user.AddAsync();
        using var lower = await LimitAsync(admin, user, 2);
        Assert.Equal((3, 2), ((await lower.ReadAsync(200))["applications_used"]!.GetValue<int>(), 2));
        using var full = await user.SendAsync(HttpMethod.Post, "/api/applications", new { company = "A", position = "B" });
        await full.ProblemAsync(403, "quota_exceeded");
        Assert.Equal(3, (await user.ItemsAsync("/api/applications")).Count);
        using var more = await LimitAsync(admin, user, 4);
        await more.ReadAsync(200);
        await user.AddAsync();
        using var none = await LimitAsync(admin, user, null);
        Assert.Equal(5, (await none.ReadAsync(200))["applications_limit"]!.GetValue<int>());
        using var negative = await LimitAsync(admin, user, -1);
        Assert.NotNull((await negative.ProblemAsync(400, "invalid"))["errors"]!["applications_max"]);
    }

    [Fact]
    public async Task Every_act_is_written_down_once_and_outlives_the_account()
    {
        using var admin = await App.RegisterAdminAsync();
        using var user = await App.RegisterAsync();
        using (var limited = await LimitAsync(admin, user, 9))
            await limited.ReadAsync(200);
        foreach (var act in (string[])["deactivate", "deactivate", "reactivate", "sign-out"])
            using (var done = await admin.SendAsync(HttpMethod.Post, $"{Users}/{user.Id}/{act}"))
                Assert.True(done.IsSuccessStatusCode);
        using (var invited = await admin.SendAsync(HttpMethod.Post, "/api/admin/invitations", new { email = (string?)null }))
            await invited.ReadAsync(201);
        await using (var scope = App.Services.CreateAsyncScope())
            Assert.True(await scope.ServiceProvider.GetRequiredService<GrantRights>().GrantAsync(user.Email, CancellationToken.None));

        var acts = await admin.ItemsAsync("/api/admin/acts");
        Assert.Equal(
            ["admin_granted", "invited", "signed_out", "reactivated", "deactivated", "limits_changed"],
            acts.Select(line => line.Text("kind"))
        );
        Assert.Equal([null, admin.Email, admin.Email, admin.Email, admin.Email, admin.Email], acts.Select(line => line.Text("by")));
        Assert.Equal("applications=9, file_bytes=", acts[^1].Text("after"));

        using var back = await user.SignInAgainAsync(App);
        using var gone = await back.SendAsync(HttpMethod.Delete, "/api/auth/me", new { password = TestUser.Password });
        await gone.ReadAsync(204);
        var after = (await admin.ItemsAsync("/api/admin/acts"))[^1];
        Assert.Null(after.Text("about"));
        Assert.Equal(user.Id.ToString(), after.Text("user_id"));
    }

    [Fact]
    public async Task What_was_given_up_is_told_without_whom_it_was_to()
    {
        using var admin = await App.RegisterAdminAsync();
        await App.ExecuteAsync(
            $"""
            insert into outbox (id, kind, state, created_at, due_at, attempts, finished_at, reason, reply)
            values (gen_random_uuid(), 'digest', 'given_up', now(), now(), 3, now(), 'address_refused', 550)
            """
        );
        var usage = await admin.GetAsync("/api/admin/usage");
        Assert.Equal(1, usage["users"]!.GetValue<int>());
        var failed = Assert.Single(usage["mail"]!["failed"]!.AsArray())!;
        Assert.Equal(("digest", "address_refused", "550"), (failed.Text("kind"), failed.Text("reason"), failed["reply"]!.ToString()));
        using var browser = await TestBrowser.SignInAsync(App, admin);
        Assert.Contains("The server refused the address (550)", await browser.Client.GetStringAsync("/admin"), StringComparison.Ordinal);
    }

    private static Task<HttpResponseMessage> LimitAsync(TestUser admin, TestUser user, int? applications) =>
        admin.SendAsync(HttpMethod.Put, $"{Users}/{user.Id}/limits", new { applications_max = applications });
}
