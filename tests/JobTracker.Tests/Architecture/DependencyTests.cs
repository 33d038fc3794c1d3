using System.Text.RegularExpressions;

namespace JobTracker.Tests.Architecture;

/// <summary>page or module → use case → entity and Data → Kernel.</summary>
public sealed partial class DependencyTests
{
    // What belongs to the web although it stands beside its feature: schemes, cookies, links and choices of pages.
    private static readonly string[] PageSide =
    [
        "SignInSchemes.cs",
        "BrowserSignIn.cs",
        "FilterLinks.cs",
        "FormChoices.cs",
        "CurrentFrame.cs",
        "Tokens.cs",
    ];

    // Providers of AI and the mail server, whose addresses are settings, and the app itself, asked how it is.
    private static readonly string[] Outgoing =
    [
        "src/JobTracker/Features/Coach/Providers/Gemini/GeminiAddress.cs",
        "src/JobTracker/Features/Coach/Providers/Gemini/GeminiChatClient.cs",
        "src/JobTracker/Features/Coach/Providers/Gemini/GeminiModels.cs",
        "src/JobTracker/Features/Coach/Providers/OpenAi/OpenAiAccess.cs",
        "src/JobTracker/Features/Coach/Providers/ProviderHttp.cs",
        "src/JobTracker/Features/Mail/Smtp/SmtpLine.cs",
        "src/JobTracker/Web/Hosting/HealthQuestion.cs",
    ];

    [Fact]
    public void Nobody_fetches_an_address_that_somebody_gave()
    {
        string[] ways = ["HttpClient", "HttpMessageInvoker", "SocketsHttpHandler", "WebRequest", "TcpClient", "new Socket(", "WebSocket"];
        var asking = Sources.In("src/JobTracker", "*.cs").Where(file => ways.Any(way => file.Text.Contains(way, StringComparison.Ordinal)));
        Assert.Equal(Outgoing, asking.Select(file => file.Path));
    }

    [Fact]
    public void The_kernel_knows_neither_the_web_nor_the_database() =>
        NobodyUses(
            "src/JobTracker/Kernel",
            "Microsoft.AspNetCore",
            "Microsoft.EntityFrameworkCore",
            "Npgsql",
            "JobTracker.Data",
            "JobTracker.Web",
            "JobTracker.Features"
        );

    [Fact]
    public void Data_does_not_know_the_web() =>
        NobodyUses("src/JobTracker/Data", "Microsoft.AspNetCore.Http", "Microsoft.AspNetCore.Mvc", "JobTracker.Web");

    [Fact]
    public void Web_does_not_know_the_features_apart_from_the_place_that_puts_all_together()
    {
        var guilty = Sources
            .In("src/JobTracker/Web", "*.cs")
            .Where(file => !file.Path.Contains("/Hosting/", StringComparison.Ordinal) && Uses(file.Text, "JobTracker.Features"));
        Assert.Empty(guilty.Select(file => file.Path));
    }

    [Fact]
    public void Use_cases_know_nothing_of_http()
    {
        var guilty = Sources
            .In("src/JobTracker/Features", "*.cs")
            .Where(file =>
                file.Text.Contains("JobTrackerDb db", StringComparison.Ordinal)
                && !PageSide.Any(name => file.Path.EndsWith(name, StringComparison.Ordinal))
            )
            .Where(file =>
                Uses(
                    file.Text,
                    "Microsoft.AspNetCore.Http",
                    "Microsoft.AspNetCore.Mvc",
                    "Microsoft.AspNetCore.Authentication",
                    "JobTracker.Web"
                )
            );
        Assert.Empty(guilty.Select(file => file.Path));
    }

    [Fact]
    public void Pages_and_modules_reach_the_database_through_use_cases_only()
    {
        var guilty = Sources
            .In("src/JobTracker/Features", "*.cshtml.cs", "*Module.cs", "*.cshtml")
            .Where(file =>
                file.Text.Contains("JobTrackerDb", StringComparison.Ordinal) || Uses(file.Text, "Microsoft.EntityFrameworkCore", "Npgsql")
            );
        Assert.Empty(guilty.Select(file => file.Path));
    }

    [Fact]
    public void The_private_database_server_knows_nothing_of_the_app() => NobodyUses("src/LocalPostgres", "JobTracker");

    private static void NobodyUses(string folder, params string[] namespaces)
    {
        // The context names the entities of all features: it is where they meet.
        var guilty = Sources.In(folder, "*.cs").Where(file => Uses(file.Text, namespaces));
        Assert.Empty(guilty.Select(file => file.Path));
    }

    private static bool Uses(string text, params string[] namespaces) =>
        Using()
            .Matches(text)
            .Any(match =>
                namespaces.Any(name =>
                    match.Groups["name"].Value == name || match.Groups["name"].Value.StartsWith(name + ".", StringComparison.Ordinal)
                )
            );

    [GeneratedRegex(
        @"^\s*@?using (static )?(?<name>[\w.]+);?",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Using();
}
