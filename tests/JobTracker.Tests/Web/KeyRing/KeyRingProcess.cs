using System.Xml.Linq;
using JobTracker.Tests.Web.Bearer;
using JobTracker.Web.KeyRing;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace JobTracker.Tests.Web.KeyRing;

/// <summary>What one process of the app sees of the key ring, with its own setting.</summary>
sealed class KeyRingProcess : IDisposable
{
    private readonly ServiceProvider services;

    public KeyRingProcess(IXmlRepository ring, string? secrets)
        : this(secrets, services => services.Replace(ServiceDescriptor.Singleton(ring))) { }

    public KeyRingProcess(string? secrets, Action<IServiceCollection> more)
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection([new(KeyRingOptions.Setting, secrets)]).Build();
        var collection = new ServiceCollection();
        collection.AddSingleton<IConfiguration>(settings);
        collection.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(Log));
        collection.AddJobTrackerKeyRing();
        more(collection);
        services = collection.BuildServiceProvider();
    }

    public RecordedLog Log { get; } = new();

    public IKeyManager Keys => services.GetRequiredService<IKeyManager>();

    public KeyRingSeals Seals => services.GetRequiredService<KeyRingSeals>();

    public IXmlRepository Repository => services.GetRequiredService<IXmlRepository>();

    private IDataProtector Protector => services.GetRequiredService<IDataProtectionProvider>().CreateProtector("tests");

    public string Protect(string text) => Protector.Protect(text);

    public string Unprotect(string text) => Protector.Unprotect(text);

    public XElement Decrypt(XElement element) => new KeyRingDecryptor(services).Decrypt(element);

    /// <summary>Makes a key that is in force at once, as if the last one had come of age.</summary>
    public Guid MakeKey(TimeProvider clock) => Keys.CreateNewKey(clock.GetUtcNow(), clock.GetUtcNow().AddDays(90)).KeyId;

    public void Dispose() => services.Dispose();
}

/// <summary>A ring in memory, for several processes.</summary>
sealed class RingInMemory : IXmlRepository
{
    public List<XElement> Elements { get; } = [];

    public IReadOnlyCollection<XElement> GetAllElements() => [.. Elements.Select(element => new XElement(element))];

    public void StoreElement(XElement element, string friendlyName) => Elements.Add(element);
}
