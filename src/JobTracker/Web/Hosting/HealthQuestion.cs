namespace JobTracker.Web.Hosting;

/// <summary>Asks the app that runs beside this process, with the same environment, whether it lives: the container's image has no other program that could.</summary>
public static class HealthQuestion
{
    private const string FrameworkDefault = "5000";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(4);
    private static readonly string[] AnyAddress = ["+", "*", "0.0.0.0", "[::]"];

    /// <summary>The exit code: 0 if it lives, 1 if not.</summary>
    public static async Task<int> AskAsync()
    {
        using var client = new HttpClient { Timeout = Patience };
        var question = new Uri(Address(), "/health/live");
        try
        {
            using var answer = await client.GetAsync(question);
            answer.EnsureSuccessStatusCode();
            return 0;
        }
        catch (Exception silence) when (silence is HttpRequestException or TaskCanceledException)
        {
            await Console.Error.WriteLineAsync($"No good answer from {question}.");
            return 1;
        }
    }

    /// <summary>As the server chooses it; see <see cref="Ports"/>.</summary>
    private static Uri Address()
    {
        var settings = new ConfigurationBuilder().AddEnvironmentVariables("ASPNETCORE_").AddEnvironmentVariables().Build();
        if (First(settings["URLS"]) is { } url)
        {
            var bound = BindingAddress.Parse(url);
            return new Uri($"{bound.Scheme}://{(AnyAddress.Contains(bound.Host) ? "127.0.0.1" : bound.Host)}:{bound.Port}");
        }
        return new Uri($"http://127.0.0.1:{First(settings["PORT"]) ?? First(settings["HTTP_PORTS"]) ?? FrameworkDefault}");
    }

    private static string? First(string? list) =>
        list?.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).FirstOrDefault();
}
