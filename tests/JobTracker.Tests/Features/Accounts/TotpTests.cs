using System.Text;
using JobTracker.Features.Accounts.TwoFactor;

namespace JobTracker.Tests.Features.Accounts;

public sealed class TotpTests
{
    private static readonly byte[] Secret = "12345678901234567890"u8.ToArray();
    private static readonly DateTimeOffset Now = DateTimeOffset.FromUnixTimeSeconds(1_111_111_111);

    /// <summary>RFC 6238, appendix B, the rows of SHA1.</summary>
    [Theory]
    [InlineData(59, "94287082")]
    [InlineData(1_111_111_109, "07081804")]
    [InlineData(1_111_111_111, "14050471")]
    [InlineData(1_234_567_890, "89005924")]
    [InlineData(2_000_000_000, "69279037")]
    [InlineData(20_000_000_000, "65353130")]
    public void The_vectors_of_RFC_6238_hold(long seconds, string code) =>
        Assert.Equal(code, Totp.CodeAt(Secret, Totp.StepAt(DateTimeOffset.FromUnixTimeSeconds(seconds)), digits: 8));

    /// <summary>RFC 4226, appendix D.</summary>
    [Theory]
    [InlineData(0, "755224")]
    [InlineData(1, "287082")]
    [InlineData(9, "520489")]
    public void The_vectors_of_RFC_4226_hold(long count, string code) => Assert.Equal(code, Totp.CodeAt(Secret, count));

    /// <summary>RFC 4648, section 10, without the padding.</summary>
    [Theory]
    [InlineData("", "")]
    [InlineData("f", "MY")]
    [InlineData("fo", "MZXQ")]
    [InlineData("foo", "MZXW6")]
    [InlineData("foob", "MZXW6YQ")]
    [InlineData("fooba", "MZXW6YTB")]
    [InlineData("foobar", "MZXW6YTBOI")]
    public void The_vectors_of_RFC_4648_hold(string text, string encoded) =>
        Assert.Equal(encoded, Base32.Encode(Encoding.ASCII.GetBytes(text)));

    [Theory]
    [InlineData(-2, false)]
    [InlineData(-1, true)]
    [InlineData(0, true)]
    [InlineData(1, true)]
    [InlineData(2, false)]
    public void A_clock_may_be_thirty_seconds_off_and_no_more(int steps, bool isTaken)
    {
        var code = Totp.CodeAt(Secret, Totp.StepAt(Now) + steps);
        Assert.Equal(isTaken, Totp.FindStep(Secret, code, Now, lastUsed: 0) is not null);
    }

    [Fact]
    public void A_code_of_the_step_that_was_used_last_or_of_an_earlier_one_is_not_taken_again()
    {
        var step = Totp.StepAt(Now);
        Assert.Equal(step, Totp.FindStep(Secret, Totp.CodeAt(Secret, step), Now, lastUsed: step - 1));
        Assert.Null(Totp.FindStep(Secret, Totp.CodeAt(Secret, step), Now, lastUsed: step));
        Assert.Null(Totp.FindStep(Secret, Totp.CodeAt(Secret, step - 1), Now, lastUsed: step));
        Assert.Equal(step + 1, Totp.FindStep(Secret, Totp.CodeAt(Secret, step + 1), Now, lastUsed: step));
    }
}
