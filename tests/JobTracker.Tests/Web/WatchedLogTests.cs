using System.Globalization;
using JobTracker.Testing;
using JobTracker.Testing.Logs;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace JobTracker.Tests.Web;

/// <summary>The search that every test's log goes through, on an app that says too much.</summary>
public sealed class WatchedLogTests
{
    [Theory]
    [InlineData("address")]
    [InlineData("password")]
    [InlineData("token")]
    [InlineData("sentence")]
    [InlineData("exception")]
    public async Task A_line_with_somebodys_words_or_a_secret_fails_the_test_that_owns_the_app(string what)
    {
        var app = await JobTrackerApp.StartAsync();
        using var user = await app.RegisterAsync();
        var sentence = string.Create(CultureInfo.InvariantCulture, $"Cartographer of the {Guid.CreateVersion7():N} seas");
        await user.AddAsync(new { company = "Kestrel Maps", position = sentence });
        var word = what switch
        {
            "address" => user.Email,
            "password" => TestUser.Password,
            "token" => user.Token,
            _ => sentence,
        };
        var logger = app.Services.GetRequiredService<ILoggerFactory>().CreateLogger("JobTracker.Features.Chatty");
        if (what == "exception")
            logger.LogError(new InvalidOperationException($"Cannot add {word}."), "It went wrong");
        else
            logger.LogWarning("Somebody wrote {Word}", word);

        var problem = await Assert.ThrowsAnyAsync<Exception>(async () => await app.DisposeAsync());
        Assert.Contains("The log holds what somebody wrote", problem.Message, StringComparison.Ordinal);
    }
}
