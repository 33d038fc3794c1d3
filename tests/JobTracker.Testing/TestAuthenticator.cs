using System.Text;
using JobTracker.Features.Accounts.TwoFactor;

namespace JobTracker.Testing;

/// <summary>The app on somebody's phone: it was given a key, and shows codes.</summary>
public sealed class TestAuthenticator
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private readonly byte[] secret;

    /// <param name="key">As a page shows it, with or without spaces.</param>
    public TestAuthenticator(string key)
    {
        var bits = new StringBuilder();
        foreach (var letter in key.Where(char.IsAsciiLetterOrDigit))
            bits.Append(Convert.ToString(Alphabet.IndexOf(letter, StringComparison.Ordinal), 2).PadLeft(5, '0'));
        secret = [.. bits.ToString().Chunk(8).Where(bite => bite.Length == 8).Select(bite => Convert.ToByte(new string(bite), 2))];
    }

    /// <summary>What it shows at an instant.</summary>
    public string CodeAt(DateTimeOffset instant) => Totp.CodeAt(secret, Totp.StepAt(instant));
}
