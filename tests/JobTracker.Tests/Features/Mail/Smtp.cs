using System.Text.Json.Nodes;

namespace JobTracker.Tests.Features.Mail;

/// <summary>What the tests of real delivery share.</summary>
internal static class Smtp
{
    public static (string Name, string Value)[] Settings(string url) =>
        [("Smtp:Url", url), ("Smtp:From", "Équipe JobTracker <jobs@example.org>"), ("Public:BaseUrl", "https://jobs.example.org")];

    /// <summary>A header as the parser on the other side has read it.</summary>
    public static string? Header(JsonNode mail, string name) =>
        mail["headers"]!
            .AsArray()
            .Where(header => header![0]!.GetValue<string>() == name)
            .Select(header => header![1]!.GetValue<string>())
            .SingleOrDefault();
}
