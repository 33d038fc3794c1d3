using System.Text.Json.Nodes;

namespace JobTracker.Testing.Ai;

/// <summary>How Gemini says no.</summary>
public static class GeminiErrors
{
    private const string Rpc = "type.googleapis.com/google.rpc.";

    /// <summary>A wrong key: 400 and not 401, and the body repeats the key.</summary>
    public static Script WrongKey(string? key = null) =>
        Answer(
            400,
            "INVALID_ARGUMENT",
            $"API key not valid. Please pass a valid API key. Received: {key}",
            new JsonObject
            {
                ["@type"] = Rpc + "ErrorInfo",
                ["reason"] = "API_KEY_INVALID",
                ["domain"] = "googleapis.com",
                ["metadata"] = new JsonObject { ["service"] = "generativelanguage.googleapis.com", ["key"] = key },
            }
        );

    /// <summary>The free tier is not served where the app runs.</summary>
    public static Script WrongRegion() =>
        Answer(400, "FAILED_PRECONDITION", "User location is not supported for the API use without a billing account linked.");

    /// <summary>A request that Gemini does not understand.</summary>
    public static Script BadRequest() => Answer(400, "INVALID_ARGUMENT", "Invalid value at 'generation_config'.");

    public static Script Forbidden() => Answer(403, "PERMISSION_DENIED", "Generative Language API has not been used in project 1.");

    public static Script NoSuchModel() => Answer(404, "NOT_FOUND", "models/gone is not found for API version v1beta.");

    /// <summary>Too much in this minute.</summary>
    /// <param name="retryDelay">As the protocol writes it, for example <c>26s</c>; null leaves it out.</param>
    public static Script Busy(string? retryDelay = "26s") => Quota("GenerateRequestsPerMinutePerProjectPerModel-FreeTier", retryDelay);

    /// <summary>Nothing more today, whatever the delay says.</summary>
    public static Script DayIsOver(string? retryDelay = "3s") => Quota("GenerateRequestsPerDayPerProjectPerModel-FreeTier", retryDelay);

    /// <summary>A refusal for too much, without any details.</summary>
    public static Script BareQuota() => Answer(429, "RESOURCE_EXHAUSTED", "Resource has been exhausted (e.g. check quota).");

    public static Script Internal() => Answer(500, "INTERNAL", "An internal error has occurred.");

    public static Script Overloaded() => Answer(503, "UNAVAILABLE", "The model is overloaded. Please try again later.");

    public static Script TooSlow() => Answer(504, "DEADLINE_EXCEEDED", "Deadline expired before operation could complete.");

    /// <summary>Something in front of Gemini answers, and not in JSON.</summary>
    public static Script Proxy(int status = 502) => Scripts.Answer(status, "<html><body>Bad gateway</body></html>", "text/html");

    public static Script Answer(int status, string name, string message, params JsonObject[] details) =>
        Scripts.Answer(status, Body(status, name, message, details).ToJsonString());

    /// <summary>An error in the middle of a stream, as an event of it.</summary>
    public static Script AsEvent(int status = 503, string name = "UNAVAILABLE") =>
        exchange => exchange.SendAsync(Body(status, name, "The model is overloaded.", []));

    /// <summary>An error in the middle of a stream, as JSON over several lines and without the stream's own form.</summary>
    public static Script Bare(int status = 503, string name = "UNAVAILABLE", params JsonObject[] details) =>
        Scripts.Raw(
            Body(status, name, "The model is overloaded.", details)
                .ToJsonString(new System.Text.Json.JsonSerializerOptions { WriteIndented = true }) + "\n"
        );

    internal static JsonObject Body(int status, string name, string message, JsonObject[] details)
    {
        var error = new JsonObject
        {
            ["code"] = status,
            ["message"] = message,
            ["status"] = name,
        };
        if (details.Length > 0)
            error["details"] = new JsonArray([.. details.Select(detail => detail.DeepClone())]);
        return new JsonObject { ["error"] = error };
    }

    private static Script Quota(string id, string? retryDelay)
    {
        var failure = new JsonObject
        {
            ["@type"] = Rpc + "QuotaFailure",
            ["violations"] = new JsonArray(
                new JsonObject
                {
                    ["quotaMetric"] = "generativelanguage.googleapis.com/generate_content_free_tier_requests",
                    ["quotaId"] = id,
                    ["quotaDimensions"] = new JsonObject { ["model"] = GeminiWords.Model, ["location"] = "global" },
                    ["quotaValue"] = "10",
                }
            ),
        };
        const string message = "You exceeded your current quota, please check your plan and billing details.";
        return retryDelay is null
            ? Answer(429, "RESOURCE_EXHAUSTED", message, failure)
            : Answer(
                429,
                "RESOURCE_EXHAUSTED",
                message,
                failure,
                new JsonObject { ["@type"] = Rpc + "RetryInfo", ["retryDelay"] = retryDelay }
            );
    }
}
