using System.Security.Cryptography;
using FsCheck;
using FsCheck.Fluent;
using JobTracker.Web.KeyRing;
using Xunit;

namespace JobTracker.Tests.Web.KeyRing;

public sealed class SealTests
{
    private readonly Seal seal = new("a secret of more than 32 bytes, for tests");

    [Fact]
    public void Whatever_is_sealed_comes_out_again() =>
        Prop.ForAll<byte[]>(plain => seal.Open(seal.Close(plain)).SequenceEqual(plain)).QuickCheckThrowOnFailure();

    [Fact]
    public void The_same_text_is_never_sealed_alike() => Assert.NotEqual(seal.Close("text"u8), seal.Close("text"u8));

    [Fact]
    public void Another_secret_does_not_open_it() =>
        Assert.ThrowsAny<CryptographicException>(() => new Seal("a secret of more than 32 bytes, for tests!").Open(seal.Close("text"u8)));

    [Fact]
    public void Every_changed_byte_is_noticed()
    {
        var closed = seal.Close("text"u8);
        for (var at = 0; at < closed.Length; at++)
        {
            closed[at] ^= 1;
            Assert.ThrowsAny<CryptographicException>(() => seal.Open(closed));
            closed[at] ^= 1;
        }
    }

    [Fact]
    public void Every_shortened_text_is_noticed()
    {
        var closed = seal.Close("text"u8);
        for (var length = 0; length < closed.Length; length++)
            Assert.ThrowsAny<CryptographicException>(() => seal.Open(closed.AsSpan(0, length)));
    }

    [Fact]
    public void A_secret_has_the_same_name_in_every_process() =>
        Assert.Equal(seal.Name, new Seal("a secret of more than 32 bytes, for tests").Name);
}
