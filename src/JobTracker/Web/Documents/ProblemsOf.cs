using JobTracker.Web.Idempotency;
using Microsoft.AspNetCore.Authorization;

namespace JobTracker.Web.Documents;

/// <summary>Which problems an endpoint can answer: its own, and those that follow from its kind.</summary>
internal static class ProblemsOf
{
    public static IEnumerable<string> Endpoint(Operation operation, EndpointMetadataCollection metadata, string path)
    {
        var codes = new HashSet<string>(operation.Problems, StringComparer.Ordinal) { Codes.Unavailable };
        if (path.StartsWith("api/", StringComparison.Ordinal))
            codes.Add(Codes.RateLimited);
        if (NeedsToken(metadata))
            codes.Add(Codes.Unauthenticated);
        if (operation.Takes is not null)
            codes.UnionWith([Codes.Invalid, Codes.TooLarge, Codes.UnsupportedMediaType]);
        if (operation.Current is not null)
            codes.UnionWith([Codes.Invalid, Codes.Stale]);
        if (operation.Query is not null)
            codes.Add(Codes.Invalid);
        if (path.Contains('{', StringComparison.Ordinal))
            codes.Add(Codes.NotFound);
        if (IsIdempotent(metadata))
            codes.UnionWith([Codes.Invalid, Codes.Conflict, Codes.IdempotencyMismatch]);
        return Codes.InOrder.Where(codes.Contains);
    }

    public static bool NeedsToken(EndpointMetadataCollection metadata) =>
        metadata.GetMetadata<IAllowAnonymous>() is null
        && (metadata.GetMetadata<IAuthorizeData>() is not null || metadata.GetMetadata<AuthorizationPolicy>() is not null);

    public static bool IsIdempotent(EndpointMetadataCollection metadata) => metadata.GetMetadata<IdempotentAttribute>() is not null;
}
