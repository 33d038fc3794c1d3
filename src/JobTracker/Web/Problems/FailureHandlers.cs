using System.Data.Common;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Npgsql;

namespace JobTracker.Web.Problems;

/// <summary>A body or parameter that could not be bound: the field is named, the framework's own words never leave the server.</summary>
internal sealed partial class UnreadableRequestHandler(IStringLocalizer<Texts> t) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (exception is not BadHttpRequestException bad || !httpContext.IsForPrograms())
            return false;
        await ProblemOf(bad).ExecuteAsync(httpContext);
        return true;
    }

    private Problem ProblemOf(BadHttpRequestException bad) =>
        bad.StatusCode switch
        {
            StatusCodes.Status408RequestTimeout => new Problem(bad.StatusCode, "invalid"),
            StatusCodes.Status413PayloadTooLarge => new Problem(bad.StatusCode, "too_large"),
            StatusCodes.Status415UnsupportedMediaType => new Problem(bad.StatusCode, "unsupported_media_type"),
            _ => new Problem(StatusCodes.Status400BadRequest, "invalid") { Errors = Errors(bad) },
        };

    private Dictionary<string, string[]> Errors(BadHttpRequestException bad)
    {
        if (bad.InnerException is JsonException json)
            return JsonMistakes.Of(json, t);
        var parameter = Parameter().Match(bad.Message);
        var field = parameter.Success ? JsonNamingPolicy.SnakeCaseLower.ConvertName(parameter.Groups["name"].Value) : "body";
        return new(StringComparer.Ordinal) { [field] = [t["This value cannot be read."]] };
    }

    // The framework's sentence is "Failed to bind parameter "Type name" from "value".": a test notices when it changes.
    [GeneratedRegex("parameter \"\\S+ (?<name>\\w+)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 100)]
    private static partial Regex Parameter();
}

/// <summary>The database is away, hangs or is full: 503 and a time to come back.</summary>
internal sealed partial class DatabaseAwayHandler(ILogger<DatabaseAwayHandler> logger) : IExceptionHandler
{
    private static readonly TimeSpan Wait = TimeSpan.FromSeconds(5);

    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (!IsAway(exception))
            return false;
        LogAway(exception.GetType().Name, (exception as DbException ?? exception.GetBaseException() as DbException)?.SqlState);
        httpContext.Response.Headers.RetryAfter = Wait.WholeSeconds();
        if (httpContext.IsForPrograms())
            await new Problem(StatusCodes.Status503ServiceUnavailable, "unavailable") { RetryAfter = Wait }.ExecuteAsync(httpContext);
        else
            httpContext.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        return true;
    }

    /// <summary>Connection trouble, a timeout, a shut-down, too many connections, no room on the disk, a read-only server, or a lock that somebody holds on to.</summary>
    private static bool IsAway(Exception exception) =>
        exception switch
        {
            DbUpdateException { InnerException: { } inner } => IsAway(inner),
            // EF's word for what it thinks will pass, around reads and around writes.
            InvalidOperationException { InnerException: (NpgsqlException or DbUpdateException) and var inner } => IsAway(inner),
            // The driver's word for a transaction whose connection broke between two statements.
            InvalidOperationException { InnerException: null, Source: nameof(Npgsql) } => true,
            PostgresException postgres => postgres.SqlState
                is ['0', '8', ..]
                    or ['5', '3', ..]
                    or ['5', '7', ..]
                    or ['5', '8', ..]
                    or PostgresErrorCodes.ReadOnlySqlTransaction
                    or PostgresErrorCodes.LockNotAvailable
                    or PostgresErrorCodes.SerializationFailure
                    or PostgresErrorCodes.DeadlockDetected,
            NpgsqlException => true,
            TimeoutException => true,
            _ => false,
        };

    [LoggerMessage(Level = LogLevel.Error, Message = "The database did not answer: {Exception} {SqlState}")]
    private partial void LogAway(string exception, string? sqlState);
}

/// <summary>Anything else is a bug: 500, the trace id, nothing more.</summary>
internal sealed partial class BugHandler(ILogger<BugHandler> logger) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        LogBug(
            string.Join(" in ", Chain(exception).Select(link => link.GetType().FullName)),
            exception.GetBaseException().StackTrace,
            httpContext.TraceId()
        );
        if (!httpContext.IsForPrograms())
            return false;
        await new Problem(StatusCodes.Status500InternalServerError, "internal").ExecuteAsync(httpContext);
        return true;
    }

    private static IEnumerable<Exception> Chain(Exception exception)
    {
        for (var link = exception; link is not null; link = link.InnerException)
            yield return link;
    }

    // Without the exception's message, which may quote what a person wrote.
    [LoggerMessage(Level = LogLevel.Error, Message = "Bug: {Exceptions}, trace {TraceId}\n{StackTrace}")]
    private partial void LogBug(string exceptions, string? stackTrace, string traceId);
}
