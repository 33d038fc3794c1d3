using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace JobTracker.Web.Bearer;

/// <summary>Registration.</summary>
public static class BearerExtensions
{
    /// <summary>Adds the scheme <c>Bearer</c> and <see cref="Jwt"/>. Start-up stops without a good <c>JWT_SECRET</c>.</summary>
    public static AuthenticationBuilder AddJobTrackerBearer(this AuthenticationBuilder builder, Action<BearerOptions>? configure = null)
    {
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<IValidateOptions<JwtOptions>, JwtOptions.Rules>();
        builder
            .Services.AddOptions<JwtOptions>()
            .Configure<IConfiguration>((options, settings) => options.Secret = settings[JwtOptions.Setting] ?? "")
            .ValidateOnStart();
        builder.Services.AddSingleton<Jwt>();
        return builder.AddScheme<BearerOptions, BearerHandler>(BearerDefaults.AuthenticationScheme, configure);
    }
}
