using JobTracker.Benchmarks.Load;
using JobTracker.Testing;

namespace JobTracker.Benchmarks.Houses;

/// <summary>A site with people who have applications: the app's process, its database, and files with what people send along.</summary>
internal sealed class House : IAsyncDisposable
{
    private readonly TestDatabase database;
    private readonly DirectoryInfo folder;

    private House(TestDatabase database, JobTrackerProcess app, Uri site, DirectoryInfo folder)
    {
        this.database = database;
        this.folder = folder;
        App = app;
        Site = site;
    }

    public JobTrackerProcess App { get; }
    public Uri Site { get; }
    public string ConnectionString => database.ConnectionString;
    public IReadOnlyList<Visitor> Visitors { get; private set; } = [];

    /// <summary>No line: nothing is sent along.</summary>
    public string Nobody => PathOf("nobody");

    /// <summary>A line for everybody's token.</summary>
    public string Tokens => PathOf("tokens");

    /// <summary>A line for everybody's cookie.</summary>
    public string Cookies => PathOf("cookies");

    public string NewApplication => PathOf("application");
    public string SignIn => PathOf("sign-in");

    /// <summary>One visitor's token alone.</summary>
    public string TokenOf(int visitor) => PathOf($"token-{visitor}");

    /// <summary>One visitor's cookie alone.</summary>
    public string CookieOf(int visitor) => PathOf($"cookie-{visitor}");

    /// <param name="program">The folder of the app.</param>
    /// <param name="census">Who lives there.</param>
    /// <param name="environment">Over the usual one.</param>
    public static async Task<House> BuildAsync(string program, Census census, params (string Name, string Value)[] environment)
    {
        var empty = await TestDatabase.CreateAsync("jobtracker", JobTrackerApp.MigrateAsync);
        var settings = Settings(empty.ConnectionString);
        foreach (var (name, value) in environment)
            settings[name] = value;
        var app = JobTrackerProcess.StartFrom(program, settings);
        var house = new House(empty, app, await app.ListeningAsync(), Directory.CreateTempSubdirectory("jobtracker-house-"));
        // A line for each request, as always; they are read and dropped.
        app.ForgetsOutput = true;
        await house.MoveInAsync(census.Visitors.Count);
        await Furniture.BringAsync(house.ConnectionString, [.. house.Visitors.Select(visitor => visitor.Id)], census);
        return house;
    }

    /// <summary>Production, with every limit on and so high that nobody meets it: the checks are part of what is measured.</summary>
    public static Dictionary<string, string> Settings(string connectionString) =>
        new(StringComparer.Ordinal)
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Production",
            ["ASPNETCORE_URLS"] = "http://127.0.0.1:0",
            ["DATABASE_URL"] = connectionString,
            ["JWT_SECRET"] = Secrets.Jwt,
            ["DATA_PROTECTION_SECRET"] = Secrets.DataProtection,
            ["Quotas__MaxUsers"] = "1000000",
            ["Quotas__MaxApplicationsPerUser"] = "10000000",
            ["Limits__LoginPerMinutePerIp"] = "1000000000",
            ["Limits__LoginPerMinutePerAccount"] = "1000000000",
            ["Limits__RegisterPerHour"] = "1000000000",
            ["Limits__ApiPerMinute"] = "1000000000",
            // The proxy of a published site speaks https; its word is what makes the cookie's name.
            ["ForwardedHeaders__Limit"] = "1",
            ["Shutdown__DrainSeconds"] = "0",
        };

    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        await database.DisposeAsync();
        folder.Delete(recursive: true);
    }

    private async Task MoveInAsync(int people)
    {
        using var client = await App.CreateClientAsync();
        var visitors = new Visitor[people];
        // Passwords are hashed by as many threads as there are cores.
        await Parallel.ForAsync(
            0,
            people,
            async (number, _) => visitors[number] = await Visitor.RegisterAsync(client.BaseAddress!, $"person{number}@example.org")
        );
        Visitors = visitors;
        await File.WriteAllTextAsync(Nobody, "");
        await File.WriteAllLinesAsync(Tokens, visitors.Select(visitor => visitor.TokenLine));
        await File.WriteAllLinesAsync(Cookies, visitors.Select(visitor => visitor.CookieLine));
        for (var number = 0; number < people; number++)
        {
            await File.WriteAllTextAsync(TokenOf(number), $"{visitors[number].TokenLine}\n");
            await File.WriteAllTextAsync(CookieOf(number), $"{visitors[number].CookieLine}\n");
        }
        await File.WriteAllTextAsync(
            NewApplication,
            $$"""{"company": "{{Work.Word}} Maps", "position": "Graduate software engineer", "status": "applied", "channel": "linkedin", "link": "{{Furniture.AddedLinks}}{{Work.Word}}"}"""
        );
        await File.WriteAllTextAsync(SignIn, $$"""{"email": "person0@example.org", "password": "{{TestUser.Password}}"}""");
    }

    private string PathOf(string name) => Path.Combine(folder.FullName, name);
}
