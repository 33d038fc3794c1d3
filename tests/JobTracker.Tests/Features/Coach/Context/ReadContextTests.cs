using JobTracker.Testing;

namespace JobTracker.Tests.Features.Coach.Context;

public sealed class ReadContextTests(SharedApp shared)
{
    [Fact]
    public async Task Every_item_is_shown_with_its_size_in_the_order_of_the_prompt()
    {
        using var user = await shared.App.RegisterAsync();
        var application = await Stories.TellAsync("full", user);
        var context = await user.GetAsync($"/api/coach/context?application_id={application}");
        var items = context["items"]!.AsArray();
        Assert.Equal(
            ["facts", "next_interview", "posting", "deliverable", "deliverable", "note", "past_interview"],
            items.Select(item => item!.Text("kind"))
        );
        Assert.All(items, item => Assert.True(item!["included"]!.GetValue<bool>() && item["tokens"]!.GetValue<int>() > 0));
        Assert.Equal(12_000, context["budget"]!.GetValue<int>());
        Assert.InRange(context["tokens"]!.GetValue<int>(), items.Sum(item => item!["tokens"]!.GetValue<int>()), 12_000);
    }

    [Fact]
    public async Task What_the_coach_sees_is_of_this_application_and_this_person_alone()
    {
        using var user = await shared.App.RegisterAsync();
        using var other = await shared.App.RegisterAsync();
        var application = await Stories.TellAsync("full", user);
        foreach (var (person, word) in new[] { (user, "ELSEWHERE"), (other, "STRANGER") })
        {
            var elsewhere = await person.AddAsync(
                "/api/applications",
                new
                {
                    company = word,
                    position = word,
                    posting = word,
                    comment = word,
                }
            );
            await person.AddAsync(
                "/api/writing",
                new
                {
                    application_id = elsewhere,
                    title = word,
                    content = word,
                }
            );
            await person.AddAsync("/api/writing", new { title = word, content = word });
            await person.AddAsync(
                "/api/deliverables",
                new
                {
                    application_id = elsewhere,
                    title = word,
                    content = word,
                }
            );
            await person.AddAsync(
                "/api/interviews",
                new
                {
                    application_id = elsewhere,
                    starts_at = "2026-11-23T10:00:00Z",
                    comment = word,
                }
            );
        }
        var text = (await shared.App.PackAsync(user, application)).Text();
        Assert.Contains("Kestrel Maps", text, StringComparison.Ordinal);
        Assert.DoesNotContain("ELSEWHERE", text, StringComparison.Ordinal);
        Assert.DoesNotContain("STRANGER", text, StringComparison.Ordinal);
        // The way into the call is nobody's business.
        Assert.DoesNotContain("secret-code", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_hash_changes_with_what_is_sent_and_with_nothing_else()
    {
        using var user = await shared.App.RegisterAsync();
        var application = await Stories.TellAsync("full", user);
        var before = await HashAsync();
        using (await user.SendAsync(HttpMethod.Post, $"/api/applications/{application}/favorite"))
            Assert.Equal(before, await HashAsync());
        var posting = await shared.App.PackAsync(user, application, excluded: ["posting"]);
        Assert.NotEqual(before, posting.Hash);
        Assert.Contains(posting.Items, item => item is { Key: "posting", Excluded: true, Included: false });
        await user.AddAsync(
            "/api/writing",
            new
            {
                application_id = application,
                title = "New",
                content = "Text",
            }
        );
        Assert.NotEqual(before, await HashAsync());

        async Task<string?> HashAsync() => (await user.GetAsync($"/api/coach/context?application_id={application}")).Text("hash");
    }

    [Fact]
    public async Task Without_an_application_or_with_somebody_elses_there_is_nothing_to_show()
    {
        using var user = await shared.App.RegisterAsync();
        using var other = await shared.App.RegisterAsync();
        var foreign = await other.AddAsync("/api/applications", new { company = "Ink", position = "Writer" });
        using var none = await user.Client.GetAsync("/api/coach/context");
        await none.RefusesAsync("application_id");
        foreach (var query in new[] { $"application_id={foreign}", $"application_id={foreign}&conversation_id={foreign}" })
        {
            using var answer = await user.Client.GetAsync($"/api/coach/context?{query}");
            await answer.ProblemAsync(404, "not_found");
        }
    }

    [Fact]
    public async Task A_deleted_application_has_no_context()
    {
        using var user = await shared.App.RegisterAsync();
        var application = await user.AddAsync("/api/applications", new { company = "Ink", position = "Writer" });
        using (await user.SendAsync(HttpMethod.Delete, $"/api/applications/{application}"))
        using (var answer = await user.Client.GetAsync($"/api/coach/context?application_id={application}"))
            await answer.ProblemAsync(404, "not_found");
    }
}
