using System.Globalization;

namespace JobTracker.Testing.Ai;

/// <summary>The fake alone, for developing and showing the site without a key: <c>dotnet run --project tests/JobTracker.Testing -- fake-gemini</c>.</summary>
internal static class FakeGeminiProgram
{
    private const int UsualPort = 5280;
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(40);

    public static async Task<int> Main(string[] arguments)
    {
        if (PortOf(arguments) is not { } port)
        {
            await Console.Error.WriteLineAsync("Say: fake-gemini [--port N]");
            return 1;
        }
        await using var fake = await FakeGemini.StartAsync(port, Pace);
        Console.WriteLine($"Gemini__BaseUrl={fake.Address.AbsoluteUri.TrimEnd('/')} GEMINI_API_KEY=any-key-will-do-here");
        await fake.StoppedAsync();
        return 0;
    }

    private static int? PortOf(string[] arguments) =>
        arguments switch
        {
            ["fake-gemini"] => UsualPort,
            ["fake-gemini", "--port", var text]
                when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port <= ushort.MaxValue => port,
            _ => null,
        };
}
