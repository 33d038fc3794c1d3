using System.Globalization;
using Microsoft.Net.Http.Headers;

namespace JobTracker.Web;

/// <summary>The version that the caller last saw: <c>If-Match: "3"</c>. Absent or <c>*</c>: the last write wins.</summary>
public sealed record IfMatch(int? Version)
{
    /// <summary>Found by the framework's parameter binding. Anything but one strong tag of ours is a mistake.</summary>
    public static ValueTask<IfMatch?> BindAsync(HttpContext context)
    {
        var header = context.Request.Headers.IfMatch;
        if (header.Count == 0 || header == "*")
            return ValueTask.FromResult<IfMatch?>(new IfMatch((int?)null));
        if (
            header.Count == 1
            && EntityTagHeaderValue.TryParse(header[0], out var tag)
            && !tag.IsWeak
            && int.TryParse(tag.Tag.AsSpan().Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out var version)
        )
            return ValueTask.FromResult<IfMatch?>(new IfMatch(version));
        throw new BadHttpRequestException("Failed to bind parameter \"IfMatch if_match\" from the header.");
    }
}

/// <summary>A row with its version as the entity tag, to be sent back in <c>If-Match</c>.</summary>
public sealed class TaggedResult<T>(T row, int version) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.Headers.ETag = $"\"{version.ToString(CultureInfo.InvariantCulture)}\"";
        return httpContext.Response.WriteAsJsonAsync(row, httpContext.RequestAborted);
    }
}
