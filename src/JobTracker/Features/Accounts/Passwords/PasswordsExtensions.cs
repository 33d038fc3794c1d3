using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace JobTracker.Features.Accounts.Passwords;

/// <summary>Registration.</summary>
public static class PasswordsExtensions
{
    /// <summary>Adds <see cref="PasswordHashing"/> and <see cref="PasswordRule"/>, and gives Identity's own hasher the same strength.</summary>
    public static IServiceCollection AddPasswords(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.Configure<PasswordHasherOptions>(options => options.IterationCount = PasswordHashing.Iterations);
        services.AddSingleton<HashingGate>();
        services.AddSingleton<PasswordHashing>();
        services.AddSingleton<CommonPasswords>();
        services.AddTransient<PasswordRule>();
        return services;
    }
}
