using System.Text;

namespace JobTracker.Features.Accounts.TwoFactor;

/// <summary>The alphabet in which authenticator apps take their secrets (RFC 4648 §6), without padding.</summary>
public static class Base32
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private const int BitsPerLetter = 5;
    private const int BitsPerByte = 8;

    public static string Encode(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder();
        var (pending, bits) = (0, 0);
        foreach (var next in bytes)
        {
            pending = (pending << BitsPerByte) | next;
            for (bits += BitsPerByte; bits >= BitsPerLetter; bits -= BitsPerLetter)
                text.Append(Alphabet[(pending >> (bits - BitsPerLetter)) & 0x1f]);
            pending &= (1 << bits) - 1;
        }
        return (bits == 0 ? text : text.Append(Alphabet[(pending << (BitsPerLetter - bits)) & 0x1f])).ToString();
    }
}
