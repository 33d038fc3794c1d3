using JobTracker.Web.Idempotency;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace JobTracker.Web.Hosting;

/// <summary>Which other sites' scripts may use the API in a browser (section <c>Cors</c>).</summary>
public sealed class CorsOptions
{
    public const string Section = "Cors";

    /// <summary>Origins such as https://tools.example.org, with commas or semicolons between them; empty: none.</summary>
    public string Origins { get; set; } = "";

    internal string[] All() => Origins.Split([',', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>Stops start-up with a sentence that names the setting.</summary>
    internal sealed class Rules : IValidateOptions<CorsOptions>
    {
        // Every site at once would be the wish of somebody who has not thought of it: the star is no origin.
        public ValidateOptionsResult Validate(string? name, CorsOptions options) =>
            options.All().All(Origin.IsOne)
                ? ValidateOptionsResult.Success
                : ValidateOptionsResult.Fail(
                    $"{Section}__{nameof(Origins)} must be origins with commas between them, such as https://tools.example.org."
                );
    }
}

/// <summary>
/// Cross-origin requests (https://fetch.spec.whatwg.org/#http-cors-protocol) for <c>/api</c> only and without credentials: a token is what
/// opens it, and a cookie never does.
/// </summary>
public static class CrossOrigin
{
    private static readonly string[] Asked =
    [
        HeaderNames.Authorization,
        HeaderNames.ContentType,
        HeaderNames.IfMatch,
        HeaderNames.AcceptLanguage,
        IdempotencyMiddleware.Header,
    ];

    // Beside those that every script may read.
    private static readonly string[] Told =
    [
        HeaderNames.ETag,
        HeaderNames.Location,
        HeaderNames.RetryAfter,
        HeaderNames.ContentDisposition,
        HeaderNames.WWWAuthenticate,
    ];
    private static readonly TimeSpan Remembered = TimeSpan.FromHours(1);

    public static void AddCrossOrigin(this WebApplicationBuilder builder)
    {
        builder.AddSettings<CorsOptions>(CorsOptions.Section);
        builder.Services.AddSingleton<IValidateOptions<CorsOptions>, CorsOptions.Rules>();
        builder.Services.AddOptions<CorsOptions>().ValidateOnStart();
        builder.Services.AddCors();
    }

    /// <summary>Without origins there is nothing to do, and nothing is done.</summary>
    public static void UseCrossOrigin(this WebApplication app)
    {
        var origins = app.Services.GetRequiredService<IOptions<CorsOptions>>().Value.All().Select(Origin.Canonical).ToArray();
        if (origins.Length == 0)
            return;
        app.UseWhen(
            context => context.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase),
            api =>
                api.UseCors(policy =>
                    policy.WithOrigins(origins).AllowAnyMethod().WithHeaders(Asked).WithExposedHeaders(Told).SetPreflightMaxAge(Remembered)
                )
        );
    }
}
