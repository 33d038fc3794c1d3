using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Microsoft.Extensions.Options;

namespace JobTracker.Web.KeyRing;

/// <summary>The seals of all configured secrets, the newest first.</summary>
public sealed class KeyRingSeals(IOptions<KeyRingOptions> options)
{
    private readonly IReadOnlyList<Seal> seals = [.. options.Value.Secrets.Select(secret => new Seal(secret))];

    public Seal Newest => seals[0];

    public Seal? Find(string? name) => seals.FirstOrDefault(seal => string.Equals(seal.Name, name, StringComparison.Ordinal));
}

/// <summary>Encrypts the secret part of a Data Protection key before it is stored.</summary>
public sealed class KeyRingEncryptor(KeyRingSeals seals) : IXmlEncryptor
{
    public EncryptedXmlInfo Encrypt(XElement plaintextElement)
    {
        var plain = Encoding.UTF8.GetBytes(plaintextElement.ToString(SaveOptions.DisableFormatting));
        var text = Convert.ToBase64String(seals.Newest.Close(plain));
        return new EncryptedXmlInfo(new XElement("sealed", new XAttribute("with", seals.Newest.Name), text), typeof(KeyRingDecryptor));
    }
}

/// <summary>
/// Decrypts it again, with the secret that sealed it. A key that none opens is as good as lost, and no more than that: Data Protection
/// goes on without it, using or making another, and logs the key's id beside the secret's name logged here.
/// </summary>
public sealed partial class KeyRingDecryptor : IXmlDecryptor
{
    private readonly KeyRingSeals seals;
    private readonly ILogger<KeyRingDecryptor> logger;

    /// <summary>Data Protection makes the decryptor itself, by the name stored with the key, and hands over the container.</summary>
    public KeyRingDecryptor(IServiceProvider services)
    {
        seals = services.GetRequiredService<KeyRingSeals>();
        logger = services.GetRequiredService<ILogger<KeyRingDecryptor>>();
    }

    /// <exception cref="CryptographicException">No secret opens it, or it is damaged.</exception>
    public XElement Decrypt(XElement encryptedElement)
    {
        var name = (string?)encryptedElement.Attribute("with");
        try
        {
            var seal = seals.Find(name) ?? throw new CryptographicException($"{KeyRingOptions.Setting} has no secret of this name.");
            return XElement.Parse(Encoding.UTF8.GetString(seal.Open(Convert.FromBase64String(encryptedElement.Value))));
        }
        catch (Exception problem) when (problem is CryptographicException or FormatException)
        {
            LogNotOpened(name, problem.Message);
            throw new CryptographicException("This key cannot be opened.", problem);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Cannot open a Data Protection key sealed with the secret {Name}: {Reason}")]
    private partial void LogNotOpened(string? name, string reason);
}
