using JobTracker.Testing;

namespace JobTracker.Tests.Features.Applications;

public sealed class MarkFavoriteTests(SharedApp shared)
{
    [Fact]
    public async Task The_star_goes_on_and_off_and_the_answer_says_which()
    {
        using var user = await shared.App.RegisterAsync();
        var row = await user.AddAsync();
        foreach (var expected in new[] { true, false, true })
        {
            using var answer = await user.SendAsync(HttpMethod.Post, $"/api/applications/{row["id"]}/favorite");
            Assert.Equal(expected, (await answer.ReadAsync(200))["is_favorite"]!.GetValue<bool>());
            Assert.Equal(expected, (await user.GetAsync($"/api/applications/{row["id"]}"))["is_favorite"]!.GetValue<bool>());
        }
        Assert.Equal(4, (await user.GetAsync($"/api/applications/{row["id"]}"))["version"]!.GetValue<int>());
    }

    [Fact]
    public async Task An_even_number_of_toggles_at_once_leaves_it_as_it_was()
    {
        using var user = await shared.App.RegisterAsync();
        var row = await user.AddAsync();
        var answers = await Task.WhenAll(
            Enumerable.Range(0, 10).Select(_ => user.SendAsync(HttpMethod.Post, $"/api/applications/{row["id"]}/favorite"))
        );
        foreach (var answer in answers)
            await answer.ReadAsync(200);
        Assert.False((await user.GetAsync($"/api/applications/{row["id"]}"))["is_favorite"]!.GetValue<bool>());
    }
}
