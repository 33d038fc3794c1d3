using System.Globalization;
using System.Text.Json.Nodes;

namespace JobTracker.Tests.Features.Applications;

/// <summary>Bodies for applications.</summary>
internal static class Facts
{
    /// <summary>The least that is enough, with some fields more or other.</summary>
    public static JsonObject Of(params (string Field, JsonNode? Value)[] fields)
    {
        var facts = new JsonObject { ["company"] = "Kestrel Maps", ["position"] = "Engineer" };
        foreach (var (field, value) in fields)
            facts[field] = value;
        return facts;
    }

    /// <summary>Every field has a value of its own.</summary>
    public static JsonObject Full() =>
        Of(
            ("employment_type", "alternance"),
            ("location", "Lyon"),
            ("channel", "referral"),
            ("link", "https://example.org/jobs/1"),
            ("salary", "1 200 €"),
            ("contact", "Ada, ada@example.org"),
            ("status", "screening"),
            ("due_on", "2026-05-01"),
            ("applied_on", "2026-03-02"),
            ("responded_on", "2026-03-09"),
            ("comment", "# Why\n\nmaps"),
            ("posting", "An engineer who likes maps."),
            ("is_favorite", true)
        );

    /// <summary>A calendar day as JSON has it.</summary>
    public static string Day(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);
}
