using JobTracker.Testing;
using JobTracker.Tests.Architecture;

namespace JobTracker.Tests.Features.Coach.Context;

/// <summary>What the model is told, word for word. With UPDATE_GOLDEN=1 the files are written anew; read what changed in them.</summary>
public sealed class GoldenPromptTests(GoldenPromptTests.Autumn autumn) : IClassFixture<GoldenPromptTests.Autumn>
{
    private const string Folder = "tests/JobTracker.Tests/Features/Coach/Context/Golden";

    /// <summary>An app in which it is the morning of 21 November 2026.</summary>
    public sealed class Autumn : IAsyncLifetime
    {
        private JobTrackerApp? app;

        public JobTrackerApp App => app!;

        public async ValueTask InitializeAsync()
        {
            app = await JobTrackerApp.StartAsync();
            app.Clock.MoveTo(new DateTimeOffset(2026, 11, 21, 8, 0, 0, TimeSpan.Zero));
        }

        public ValueTask DisposeAsync() => app?.DisposeAsync() ?? ValueTask.CompletedTask;
    }

    [Theory]
    [InlineData("full", "en")]
    [InlineData("full", "fr")]
    [InlineData("long", "en")]
    [InlineData("long", "fr")]
    [InlineData("bare", "en")]
    [InlineData("bare", "fr")]
    public async Task The_prompt_of_an_application_is_the_one_in_its_file(string story, string language)
    {
        using var user = await autumn.App.RegisterAsync();
        await autumn.App.SpeakAsync(user, language);
        var prompt = await autumn.App.PackAsync(user, await Stories.TellAsync(story, user));
        var file = Path.Combine(Sources.Root, Folder, $"{story}-{language}.txt");
        var items = string.Join('\n', prompt.Items.Select(item => $"{item.Kind}: {item.Title} ({item.Detail}) {item.Tokens}{State(item)}"));
        var text = $"{prompt.Text()}===== {prompt.Tokens} of {prompt.Budget} tokens\n{items}\n";
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
            await File.WriteAllTextAsync(file, text, TestContext.Current.CancellationToken);
        Assert.Equal(await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken), text);
        Assert.InRange(prompt.Tokens, 1, prompt.Budget);
    }

    private static string State(JobTracker.Features.Coach.Context.ContextItem item) =>
        !item.Included ? ", left out"
        : item.Truncated ? ", cut"
        : "";
}
