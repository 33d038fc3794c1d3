using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Localization;

namespace JobTracker.Features.Capture;

/// <summary>Postings from elsewhere, and the site as an app of the device: <c>/app.webmanifest</c>.</summary>
public static class CaptureModule
{
    public const string ManifestPath = "/app.webmanifest";
    private const string MediaType = "application/manifest+json";

    private static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    public static IServiceCollection AddCapture(this IServiceCollection services) => services.AddScoped<ReadPosting>();

    public static void MapCapture(this IEndpointRouteBuilder routes) =>
        routes.MapGet(ManifestPath, Manifest).AllowAnonymous().ExcludeFromDescription();

    /// <summary>In the reader's language, so nobody in between may keep it.</summary>
    private static JsonHttpResult<AppManifest> Manifest(HttpContext http, IStringLocalizer<Texts> t)
    {
        http.Response.Headers.CacheControl = "private, max-age=3600";
        return TypedResults.Json(AppManifest.In(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName, t), Json, MediaType);
    }
}
