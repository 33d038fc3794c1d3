using System.Text.Json;
using System.Text.Json.Nodes;

namespace JobTracker.Tests.Attacks.Fuzzing;

/// <summary>What holds of every answer, whatever was asked.</summary>
internal static class AnswerRules
{
    /// <summary>Words of our own workings that no program has to read.</summary>
    private static readonly string[] Inside =
    [
        "System.",
        "Microsoft.",
        "Npgsql",
        "JobTracker.",
        "EntityFramework",
        "Exception",
        "   at ",
        ".cs:line",
        "select ",
        "SELECT ",
        "insert into",
        "SqlState",
        "LineNumber",
        "BytePosition",
    ];

    /// <summary>The complaint, or null.</summary>
    public static async Task<string?> ComplaintAsync(Call call, HttpResponseMessage answer)
    {
        var status = (int)answer.StatusCode;
        var text = await answer.Content.ReadAsStringAsync();
        if (status >= 500)
            return $"is {status}: {text}";
        if (Foreign(call).Any(word => $"{answer.Headers}{answer.Content.Headers}{text}".Contains(word, StringComparison.Ordinal)))
            return "holds what somebody else wrote";
        if (status < 400)
            return null;
        if (Inside.FirstOrDefault(word => text.Contains(word, StringComparison.Ordinal)) is { } leak)
            return $"tells of our workings ({leak}): {text}";
        return IsForPrograms(call) ? ProblemComplaint(answer, status, text) : null;
    }

    private static string[] Foreign(Call call) =>
        call.Operation.Path.StartsWith(Attacker.Administration, StringComparison.Ordinal) ? [Victim.Word] : [Victim.Word, Victim.Name];

    // What calendar programs read is no JSON.
    private static bool IsForPrograms(Call call) => !call.Operation.Path.StartsWith("/calendar", StringComparison.Ordinal);

    private static string? ProblemComplaint(HttpResponseMessage answer, int status, string text)
    {
        if (answer.Content.Headers.ContentType?.MediaType != "application/problem+json")
            return $"is {status} without a problem: {answer.Content.Headers.ContentType} {text}";
        try
        {
            var problem = JsonNode.Parse(text)!;
            return problem["code"] is null || problem["trace_id"] is null || problem["status"]?.GetValue<int>() != status
                ? $"is no whole problem: {text}"
                : null;
        }
        catch (JsonException)
        {
            return $"is no JSON: {text}";
        }
    }
}
