using System.Security.Cryptography;
using System.Text;
using JobTracker.Data;
using JobTracker.Data.Idempotency;
using JobTracker.Kernel;
using JobTracker.Web.Problems;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using static JobTracker.Data.Idempotency.IdempotencyStore;

namespace JobTracker.Web.Idempotency;

/// <summary>
/// <c>Idempotency-Key</c> on requests that create something: the same request again gets the first answer back, whatever became of the first
/// one's connection. Key, work and answer are one transaction, so that none exists without the others.
/// </summary>
internal sealed class IdempotencyMiddleware(RequestDelegate next)
{
    public const string Header = "Idempotency-Key";
    private const int MostCharacters = 64;

    public async Task InvokeAsync(HttpContext context, JobTrackerDb db, IdempotencyStore store, CurrentUser user, IStringLocalizer<Texts> t)
    {
        var header = context.Request.Headers[Header];
        if (
            header.Count == 0
            || context.GetEndpoint() is not RouteEndpoint endpoint
            || endpoint.Metadata.GetMetadata<IdempotentAttribute>() is null
        )
        {
            await next(context);
            return;
        }
        if (
            header.ToString() is not { Length: > 0 and <= MostCharacters } key
            || header.Count > 1
            || key.Any(character => character is < '!' or > '~')
        )
        {
            await new Refused(Header, t["Use 1 to {0} visible characters.", MostCharacters]).ToProblem().ExecuteAsync(context);
            return;
        }
        var cancel = context.RequestAborted;
        var route = endpoint.RoutePattern.RawText ?? "";
        var hash = await HashAsync(context.Request, cancel);

        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var claim = await store.ClaimAsync(user.Id, route, key, hash, cancel);
        if (claim == Claim.Won)
        {
            var answer = await RunAsync(context, () => next(context));
            if (context.Response.StatusCode is >= 200 and < 300)
            {
                var body = Encoding.UTF8.GetString(answer.Span);
                await store.KeepAsync(
                    user.Id,
                    route,
                    key,
                    context.Response.StatusCode,
                    context.Response.Headers.Location.ToString() is { Length: > 0 } location ? location : null,
                    body,
                    cancel
                );
                await transaction.CommitAsync(cancel);
            }
            await context.Response.Body.WriteAsync(answer, cancel);
            return;
        }
        await transaction.RollbackAsync(cancel);
        await RepeatAsync(context, claim == Claim.Used ? await store.FindAsync(user.Id, route, key, cancel) : null, claim, hash);
    }

    private static Task RepeatAsync(HttpContext context, IdempotencyRecord? first, Claim claim, byte[] hash)
    {
        if (claim == Claim.NoAccount)
            return new AccountGone().ToProblem().ExecuteAsync(context);
        if (first?.Status is not { } status)
            return new Problem(StatusCodes.Status409Conflict, "conflict") { RetryAfter = TimeSpan.FromSeconds(1) }.ExecuteAsync(context);
        if (!first.RequestHash.AsSpan().SequenceEqual(hash))
            return new Problem(StatusCodes.Status422UnprocessableEntity, "idempotency_mismatch").ExecuteAsync(context);
        context.Response.StatusCode = status;
        context.Response.Headers.Location = first.Location;
        context.Response.ContentType = "application/json; charset=utf-8";
        return context.Response.WriteAsync(first.Body ?? "", context.RequestAborted);
    }

    /// <summary>Path and body; the body stays readable for the endpoint.</summary>
    private static async Task<byte[]> HashAsync(HttpRequest request, CancellationToken cancel)
    {
        request.EnableBuffering();
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(request.Path.Value + "\n"));
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body, cancel);
        request.Body.Position = 0;
        hash.AppendData(body.GetBuffer(), 0, (int)body.Length);
        return hash.GetHashAndReset();
    }

    /// <summary>Holds the answer back until it is known to be kept.</summary>
    private static async Task<ReadOnlyMemory<byte>> RunAsync(HttpContext context, Func<Task> work)
    {
        var outside = context.Response.Body;
        using var inside = new MemoryStream();
        context.Response.Body = inside;
        try
        {
            await work();
        }
        finally
        {
            context.Response.Body = outside;
        }
        return inside.ToArray();
    }
}

/// <summary>Marks endpoints that accept an <c>Idempotency-Key</c>.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class IdempotentAttribute : Attribute;
