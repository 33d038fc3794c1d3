using System.Text.Json;
using JobTracker.Kernel;

namespace JobTracker.Features.Coach.Providers.Gemini;

/// <summary>From the way Gemini says no to the contract's words. Its messages may repeat the key and the prompt: nothing of them is kept.</summary>
internal static class GeminiError
{
    // Daily limits begin anew at midnight there.
    private const string Home = "America/Los_Angeles";

    private static readonly Dictionary<string, int> CodesByName = new(StringComparer.Ordinal)
    {
        ["INVALID_ARGUMENT"] = 400,
        ["FAILED_PRECONDITION"] = 400,
        ["UNAUTHENTICATED"] = 401,
        ["PERMISSION_DENIED"] = 403,
        ["NOT_FOUND"] = 404,
        ["RESOURCE_EXHAUSTED"] = 429,
        ["INTERNAL"] = 500,
        ["UNAVAILABLE"] = 503,
        ["DEADLINE_EXCEEDED"] = 504,
    };

    /// <summary>An answer with a status of its own; the body may be anything.</summary>
    public static AiTrouble Of(int status, string body, TimeSpan? retryAfter, DateTimeOffset now)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            if (In(json.RootElement) is { } error)
                return Of(error, status, retryAfter, now);
        }
        catch (JsonException)
        {
            // Something between here and Gemini answered.
        }
        return Troubles.OfStatus(status, name: null, retryAfter);
    }

    /// <summary>The error object of a body or of an event; some come in a list.</summary>
    public static JsonElement? In(JsonElement json)
    {
        if (json.ValueKind == JsonValueKind.Array && json.GetArrayLength() > 0)
            json = json[0];
        return
            json.ValueKind == JsonValueKind.Object && json.TryGetProperty("error", out var error) && error.ValueKind == JsonValueKind.Object
            ? error
            : null;
    }

    /// <summary>An error in the middle of a stream has no status but its own.</summary>
    public static AiTrouble Of(JsonElement error, DateTimeOffset now) => Of(error, status: 0, retryAfter: null, now);

    private static AiTrouble Of(JsonElement error, int status, TimeSpan? retryAfter, DateTimeOffset now)
    {
        var name = Text(error, "status");
        var code =
            error.TryGetProperty("code", out var number) && number.ValueKind == JsonValueKind.Number && number.TryGetInt32(out var told)
                ? told
                : CodesByName.GetValueOrDefault(name ?? "", status);
        var details = Details(error);
        return code switch
        {
            // A wrong key is an invalid argument here, and nothing but this reason tells it from other ones.
            400 when details.Any(detail => Text(detail, "reason") == "API_KEY_INVALID") => new AiTrouble(AiCodes.KeyInvalid),
            400 when name == "FAILED_PRECONDITION" => new AiTrouble(AiCodes.Region),
            // Whatever delay it names: it is that of the minute.
            429 when details.Any(IsOfTheDay) => new AiTrouble(AiCodes.QuotaDay, UntilMidnight(now)),
            429 => new AiTrouble(AiCodes.Busy, details.Select(RetryDelay).FirstOrDefault(wait => wait is not null) ?? retryAfter),
            0 => new AiTrouble(AiCodes.Interrupted),
            _ => Troubles.OfStatus(code, name, retryAfter),
        };
    }

    private static List<JsonElement> Details(JsonElement error) =>
        error.TryGetProperty("details", out var details) && details.ValueKind == JsonValueKind.Array
            ? [.. details.EnumerateArray().Where(detail => detail.ValueKind == JsonValueKind.Object)]
            : [];

    private static bool IsOfTheDay(JsonElement detail) =>
        detail.TryGetProperty("violations", out var violations)
        && violations.ValueKind == JsonValueKind.Array
        && violations
            .EnumerateArray()
            .Any(violation =>
                violation.ValueKind == JsonValueKind.Object
                && Text(violation, "quotaId")?.Contains("PerDay", StringComparison.OrdinalIgnoreCase) == true
            );

    private static TimeSpan? RetryDelay(JsonElement detail) => Troubles.WaitOf(Text(detail, "retryDelay"));

    private static TimeSpan UntilMidnight(DateTimeOffset now)
    {
        var next = Calendar.DayOf(now, Home).AddDays(1);
        return ZonedTime.InstantsOf(next, TimeOnly.MinValue, Home)[0] - now;
    }

    private static string? Text(JsonElement json, string name) =>
        json.TryGetProperty(name, out var text) && text.ValueKind == JsonValueKind.String ? text.GetString() : null;
}
