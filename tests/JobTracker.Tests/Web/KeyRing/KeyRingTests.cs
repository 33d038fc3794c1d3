using System.Security.Cryptography;
using System.Xml.Linq;
using JobTracker.Web.KeyRing;
using Microsoft.Extensions.Options;
using Xunit;

namespace JobTracker.Tests.Web.KeyRing;

public sealed class KeyRingTests
{
    private const string Old = "the old secret, of more than 32 bytes";
    private const string New = "the new secret, of more than 32 bytes";
    private const string Lost = "a secret that nobody remembers any more";

    private readonly RingInMemory ring = new();

    [Fact]
    public void What_one_process_encrypts_another_decrypts()
    {
        using var one = new KeyRingProcess(ring, Old);
        using var two = new KeyRingProcess(ring, Old);

        Assert.Equal("text", two.Unprotect(one.Protect("text")));
        Assert.Single(ring.Elements);
    }

    [Fact]
    public void No_key_is_stored_in_clear()
    {
        using var process = new KeyRingProcess(ring, Old);
        process.Protect("text");

        var key = Assert.Single(ring.Elements);
        Assert.Equal(process.Seals.Newest.Name, (string?)Assert.Single(key.Descendants("sealed")).Attribute("with"));
        Assert.Empty(key.Descendants("masterKey"));
        Assert.DoesNotContain(process.Log.Lines, line => line.Contains("unencrypted", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void After_a_rotation_the_old_secret_still_opens_and_the_new_one_seals()
    {
        using var before = new KeyRingProcess(ring, Old);
        var text = before.Protect("text");

        using var after = new KeyRingProcess(ring, $"{New}; {Old}");
        after.MakeKey(TimeProvider.System);

        Assert.Equal("text", after.Unprotect(text));
        Assert.Equal([Seal(Old).Name, Seal(New).Name], ring.Elements.ConvertAll(NameOfSeal));
    }

    [Fact]
    public void A_key_that_no_secret_opens_is_passed_over_and_named_in_the_log()
    {
        using var before = new KeyRingProcess(ring, Lost);
        var text = before.Protect("text");
        var lost = Assert.Single(before.Keys.GetAllKeys()).KeyId;

        using var after = new KeyRingProcess(ring, New);

        Assert.Equal("new text", after.Unprotect(after.Protect("new text")));
        Assert.ThrowsAny<CryptographicException>(() => after.Unprotect(text));
        Assert.Equal(2, ring.Elements.Count);
        Assert.Contains(after.Log.Lines, line => line.Contains(Seal(Lost).Name, StringComparison.Ordinal));
        Assert.Contains(after.Log.Lines, line => line.Contains(lost.ToString(), StringComparison.Ordinal));
    }

    [Fact]
    public void A_lost_key_beside_a_good_one_does_no_harm()
    {
        using var good = new KeyRingProcess(ring, Old);
        var text = good.Protect("text");
        using var stranger = new KeyRingProcess(ring, Lost);
        stranger.MakeKey(TimeProvider.System);

        using var later = new KeyRingProcess(ring, Old);

        Assert.Equal("text", later.Unprotect(text));
        Assert.Equal("more", later.Unprotect(later.Protect("more")));
    }

    [Fact]
    public void A_key_that_was_tampered_with_is_passed_over()
    {
        using var before = new KeyRingProcess(ring, Old);
        var text = before.Protect("text");
        var sealedPart = ring.Elements.Single().Descendants("sealed").Single();
        var bytes = Convert.FromBase64String(sealedPart.Value);
        bytes[^1] ^= 1;
        sealedPart.Value = Convert.ToBase64String(bytes);

        using var after = new KeyRingProcess(ring, Old);

        Assert.ThrowsAny<CryptographicException>(() => after.Unprotect(text));
        Assert.Equal("new text", after.Unprotect(after.Protect("new text")));
    }

    [Theory]
    [InlineData("<sealed />")]
    [InlineData("<sealed with='0123456789abcdef'>AAAA</sealed>")]
    [InlineData("<sealed with='{name}' />")]
    [InlineData("<sealed with='{name}'>AAAA</sealed>")]
    [InlineData("<sealed with='{name}'>no base64!</sealed>")]
    public void A_damaged_key_is_a_matter_of_cryptography_to_whoever_asks_for_it(string xml)
    {
        using var process = new KeyRingProcess(ring, Old);
        var damaged = XElement.Parse(xml.Replace("{name}", Seal(Old).Name, StringComparison.Ordinal));

        Assert.Throws<CryptographicException>(() => process.Decrypt(damaged));
        Assert.Contains(process.Log.Lines, line => line.Contains("Cannot open a Data Protection key", StringComparison.Ordinal));
    }

    [Fact]
    public void Neither_the_ring_nor_the_log_tells_a_secret()
    {
        using var process = new KeyRingProcess(ring, $"{New};{Old}");
        process.Protect("text");

        var told = string.Concat(ring.Elements) + string.Concat(process.Log.Lines);
        Assert.DoesNotContain("new secret", told, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(";;")]
    [InlineData("too short")]
    [InlineData(New + ";too short")]
    public void Without_good_secrets_the_app_does_not_start_and_says_why(string? secrets)
    {
        using var process = new KeyRingProcess(ring, secrets);
        var problem = Assert.Throws<OptionsValidationException>(() => process.Protect("text"));
        Assert.Contains("DATA_PROTECTION_SECRET ", problem.Message, StringComparison.Ordinal);
    }

    private static Seal Seal(string secret) => new(secret);

    private static string NameOfSeal(XElement key) => key.Descendants("sealed").Single().Attribute("with")!.Value;
}
