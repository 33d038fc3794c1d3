using JobTracker.Web.Problems;
using Microsoft.Net.Http.Headers;

namespace JobTracker.Web;

/// <summary>JSON is UTF-8 (RFC 8259 §8.1). A body that claims another encoding is refused unread: the framework would transcode it, or fail.</summary>
public static class JsonInUtf8
{
    public static IApplicationBuilder UseJsonInUtf8(this IApplicationBuilder app) =>
        app.UseWhen(
            context => context.IsForPrograms() && NamesAnotherEncoding(context.Request),
            programs =>
                programs.Run(context =>
                    new Problem(StatusCodes.Status415UnsupportedMediaType, "unsupported_media_type").ExecuteAsync(context)
                )
        );

    private static bool NamesAnotherEncoding(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
        && type.MediaType.EndsWith("json", StringComparison.OrdinalIgnoreCase)
        && HeaderUtilities.RemoveQuotes(type.Charset) is { Length: > 0 } charset
        && !charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase);
}
