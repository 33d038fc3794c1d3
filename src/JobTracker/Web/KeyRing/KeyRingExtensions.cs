using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace JobTracker.Web.KeyRing;

/// <summary>Registration.</summary>
public static class KeyRingExtensions
{
    /// <summary>Part of every key's purpose: another name would make all that is encrypted unreadable.</summary>
    private const string ApplicationName = "JobTracker";

    /// <summary>
    /// Data Protection with its keys in PostgreSQL (the container's <c>NpgsqlDataSource</c>), sealed with <c>DATA_PROTECTION_SECRET</c>;
    /// start-up stops without a good one.
    /// </summary>
    public static IServiceCollection AddJobTrackerKeyRing(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<IValidateOptions<KeyRingOptions>, KeyRingOptions.Rules>();
        services
            .AddOptions<KeyRingOptions>()
            .Configure<IConfiguration>((options, settings) => options.Secrets = KeyRingOptions.Split(settings[KeyRingOptions.Setting]))
            .ValidateOnStart();
        services.AddSingleton<KeyRingSeals>();
        services.AddSingleton<IXmlEncryptor, KeyRingEncryptor>();
        services.AddSingleton<IXmlRepository, PostgresKeyRing>();
        services.AddSingleton<ResealKeys>();

        services.AddDataProtection().SetApplicationName(ApplicationName);
        services
            .AddOptions<KeyManagementOptions>()
            .Configure<IXmlRepository, IXmlEncryptor>(
                (options, repository, encryptor) => (options.XmlRepository, options.XmlEncryptor) = (repository, encryptor)
            );
        return services;
    }
}
