using JobTracker.Kernel;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace JobTracker.Web.Problems;

/// <summary>An error answer of the API: RFC 9457 problem details with the contract's <c>code</c>, in the reader's language.</summary>
/// <param name="status">HTTP status.</param>
/// <param name="code">The contract's word; also the last part of <c>type</c>.</param>
public sealed class Problem(int status, string code) : IResult, IStatusCodeHttpResult
{
    public const string MediaType = "application/problem+json";

    public int? StatusCode => status;

    /// <summary>What happened to this request; the title says it in general.</summary>
    public string? Detail { get; init; }

    /// <summary>Messages by field, named as in the body.</summary>
    public IReadOnlyDictionary<string, string[]>? Errors { get; init; }

    /// <summary>When to try again.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Members of this problem alone.</summary>
    public Dictionary<string, object?> Members { get; init; } = new(StringComparer.Ordinal);

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var t = httpContext.RequestServices.GetRequiredService<IStringLocalizer<Texts>>();
        var details = new ProblemDetails
        {
            Type = $"/problems/{code.Replace('_', '-')}",
            Title = t[ProblemTitles.Of(code)],
            Status = status,
            Detail = Detail,
        };
        details.Extensions["code"] = code;
        details.Extensions["trace_id"] = httpContext.TraceId();
        if (Errors is not null)
            details.Extensions["errors"] = Errors;
        foreach (var (name, value) in Members)
            details.Extensions[name] = value;
        if (RetryAfter is { } wait)
            httpContext.Response.Headers.RetryAfter = wait.WholeSeconds();
        httpContext.Response.StatusCode = status;
        return httpContext.Response.WriteAsJsonAsync(details, options: null, MediaType, httpContext.RequestAborted);
    }
}
