using Microsoft.AspNetCore.Http.Timeouts;

namespace JobTracker.Web.Problems;

/// <summary>What a request gets that has taken its time: 503 and, as with a database that is away, when to come back.</summary>
public static class TooLate
{
    private static readonly TimeSpan Wait = TimeSpan.FromSeconds(5);

    /// <summary>The policy; the body comes from <see cref="StatusCodeAnswers"/>.</summary>
    public static RequestTimeoutPolicy After(TimeSpan time) =>
        new()
        {
            Timeout = time,
            TimeoutStatusCode = StatusCodes.Status503ServiceUnavailable,
            WriteTimeoutResponse = context =>
            {
                context.Response.Headers.RetryAfter = Wait.WholeSeconds();
                return Task.CompletedTask;
            },
        };
}
