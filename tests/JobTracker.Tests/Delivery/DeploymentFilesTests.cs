using System.Text.RegularExpressions;
using JobTracker.Testing;
using JobTracker.Tests.Architecture;
using JobTracker.Web.Hosting;

namespace JobTracker.Tests.Delivery;

/// <summary>The app starts with exactly what render.yaml and compose.yaml give it.</summary>
[Collection(ProcessesAlone.Name)]
public sealed partial class DeploymentFilesTests
{
    // As Render makes a secret: 256 bits in base64.
    private const string Secret = "q0yYkm3Xo9bU5mKpFvN7dJ2cRwT8sZa1hLeGiQxB4Vw=";
    private const string Database = "DATABASE_URL";

    [Theory]
    [InlineData("render.yaml")]
    [InlineData("compose.yaml")]
    public async Task Every_variable_is_known_and_the_app_gets_ready_with_them(string file)
    {
        var variables = VariablesOf(file);
        Assert.All([Database, "JWT_SECRET", "DATA_PROTECTION_SECRET"], needed => Assert.Contains(needed, variables.Keys));
        Assert.Empty(variables.Keys.Except(KnownSettings.Names(), StringComparer.Ordinal));

        await using var database = await TestDatabase.CreateAsync("jobtracker", JobTrackerApp.MigrateAsync);
        variables[Database] = database.ConnectionString;
        variables["ASPNETCORE_URLS"] = "http://127.0.0.1:0";
        await using var process = JobTrackerProcess.Start(variables);
        using var client = await process.CreateClientAsync();
        Assert.Equal("Healthy", await client.GetStringAsync("/health/live"));
        Assert.Equal("", process.Errors);
    }

    [Fact]
    public void The_address_of_composes_database_can_be_read() =>
        Assert.Contains("Host=db;", DatabaseUrl.ToConnectionString(VariablesOf("compose.yaml")[Database]), StringComparison.Ordinal);

    [Theory]
    [InlineData("render.yaml", "preDeployCommand: dotnet JobTracker.dll migrate")]
    [InlineData("render.yaml", "healthCheckPath: /health/ready")]
    [InlineData("deploy/haproxy/haproxy.cfg", "option httpchk GET /health/ready")]
    [InlineData("deploy/haproxy/haproxy.cfg", "option httpchk GET /health/live")]
    [InlineData("Dockerfile", """CMD ["dotnet", "JobTracker.dll", "health"]""")]
    public void The_files_name_commands_and_paths_that_exist(string file, string line) =>
        Assert.Contains(line, Read(file), StringComparison.Ordinal);

    private static Dictionary<string, string> VariablesOf(string file) =>
        (file == "render.yaml" ? RenderVariable() : ComposeVariable())
            .Matches(file == "render.yaml" ? Read(file) : AppOf(Read(file)))
            .ToDictionary(found => found.Groups["name"].Value, found => ValueOf(found.Groups["value"].Value), StringComparer.Ordinal);

    private static string Read(string file) => File.ReadAllText(Path.Combine(Sources.Root, file)).ReplaceLineEndings("\n");

    private static string AppOf(string compose) => compose[..compose.IndexOf("\n  db:\n", StringComparison.Ordinal)];

    /// <summary>What the host makes of it: a secret of its own, an answer from the operator, the environment's variable or its default.</summary>
    private static string ValueOf(string written) =>
        written.Trim('"') switch
        {
            "generateValue: true" => Secret,
            "sync: false" => "ada-lovelace-of-london",
            var text when text.StartsWith("value: ", StringComparison.Ordinal) => text["value: ".Length..].Trim('"'),
            var text => Substitution().Replace(text, found => found.Groups["default"].Success ? found.Groups["default"].Value : Secret),
        };

    [GeneratedRegex(
        @"^ +- key: (?<name>\w+)\n +(?<value>.+)$",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex RenderVariable();

    [GeneratedRegex(
        @"^      (?<name>\w+): (?<value>"".*"")$",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex ComposeVariable();

    [GeneratedRegex(@"\$\{\w+(:\?[^}]+|:?-(?<default>[^}]*))\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Substitution();
}
