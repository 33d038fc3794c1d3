using JobTracker.Kernel;

namespace JobTracker.Web.Problems;

/// <summary>What the provider of the coach's model does wrong, as an answer of ours: 502 when trying again does not help by itself, else 503 with when to.</summary>
public static class AiProblems
{
    // Where the provider does not say: a minute's limit passes in a minute, a day's quota is worth asking about in an hour.
    private static readonly Dictionary<string, TimeSpan> Waits = new(StringComparer.Ordinal)
    {
        ["ai_busy"] = TimeSpan.FromMinutes(1),
        ["ai_quota_day"] = TimeSpan.FromHours(1),
        ["ai_overloaded"] = TimeSpan.FromSeconds(30),
    };

    /// <summary>502 or 503.</summary>
    public static int StatusOf(AiTrouble trouble) =>
        Waits.ContainsKey(trouble.Code) ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status502BadGateway;

    /// <summary>When to try again; null when that does not help.</summary>
    public static TimeSpan? WaitOf(AiTrouble trouble) =>
        Waits.TryGetValue(trouble.Code, out var usual) ? trouble.RetryAfter ?? usual : null;

    /// <summary>The answer to programs.</summary>
    public static Problem Of(AiTrouble trouble)
    {
        var problem = new Problem(StatusOf(trouble), trouble.Code) { RetryAfter = WaitOf(trouble) };
        if (trouble.Reason is { } reason)
            problem.Members["reason"] = reason;
        return problem;
    }
}
