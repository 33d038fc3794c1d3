using System.Security.Cryptography.X509Certificates;

namespace JobTracker.Features.Mail.Smtp;

/// <summary>Whom to believe about a mail server's name: those whom the machine believes, or only the given ones.</summary>
public sealed class SmtpTrust
{
    /// <summary>Null leaves it to the machine.</summary>
    public X509Certificate2Collection? Roots { get; init; }

    internal X509ChainPolicy? Policy()
    {
        if (Roots is null)
            return null;
        var policy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        policy.CustomTrustStore.AddRange(Roots);
        return policy;
    }
}
