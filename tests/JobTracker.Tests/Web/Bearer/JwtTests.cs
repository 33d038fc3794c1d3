using System.Buffers.Text;
using System.Globalization;
using System.Text;
using JobTracker.Kernel;
using JobTracker.Web.Bearer;
using Xunit;
using static JobTracker.Tests.Web.Bearer.ForgedToken;

namespace JobTracker.Tests.Web.Bearer;

public sealed class JwtTests
{
    [Fact]
    public void A_token_says_who_signed_in_and_lives_seven_days()
    {
        var issued = Jwt(Now).Create(User, SignIn);

        Assert.Equal(new TokenClaims(User, SignIn, Now, Now.AddDays(7)), Jwt(Now).Verify(issued.Value));
        Assert.Equal(Now.AddDays(7), issued.ExpiresAt);
    }

    [Fact]
    public void A_token_written_by_the_standard_and_not_by_us_is_understood() =>
        Assert.Equal(new TokenClaims(User, SignIn, Now, Now.AddDays(7)), Jwt(Now).Verify(Good));

    [Theory]
    [InlineData(-61, false)]
    [InlineData(-60, true)]
    [InlineData(7 * 86_400, true)]
    [InlineData(7 * 86_400 + 59, true)]
    [InlineData(7 * 86_400 + 60, false)]
    public void Clocks_may_differ_by_a_minute(int secondsLater, bool accepted) =>
        Assert.Equal(accepted, Jwt(Now.AddSeconds(secondsLater)).Verify(Good) is not null);

    [Theory]
    [InlineData(31 * 86_400, true)]
    [InlineData(31 * 86_400 + 1, false)]
    public void No_token_lives_longer_than_thirty_one_days(int seconds, bool accepted)
    {
        var token = Exchanging("1800604800", Now.AddSeconds(seconds).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));
        Assert.Equal(accepted, Jwt(Now).Verify(token) is not null);
    }

    [Fact]
    public void Another_secret_signs_everybody_out() =>
        Assert.Null(Jwt(Now, "another secret of more than 32 bytes for tests").Verify(Jwt(Now).Create(User, SignIn).Value));

    [Fact]
    public void The_example_of_RFC_7515_appendix_A_1_is_verified()
    {
        const string token =
            "eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9"
            + ".eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ"
            + ".dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
        var key = Base64Url.DecodeFromChars("AyM1SysPpbyDfgZld3umj1qzKObwVMkoqQ-EstJQLr_T-1qS0gZH75aKtMN3Yj0iPS4hcgUuTwjAzZr1Z9CAow");

        var payload = Jws.Open(token, key);

        Assert.NotNull(payload);
        Assert.Equal(
            "{\"iss\":\"joe\",\r\n \"exp\":1300819380,\r\n \"http://example.com/is_root\":true}",
            Encoding.UTF8.GetString(payload)
        );
        Assert.Null(Jws.Open(token, [.. key.SkipLast(1), (byte)(key[^1] ^ 1)]));
    }

    [Fact]
    public void The_unsecured_token_of_RFC_7519_section_6_1_is_refused()
    {
        const string token =
            "eyJhbGciOiJub25lIn0" + ".eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ.";

        Assert.Null(Jws.Open(token, Key));
        Assert.Null(Jwt(DateTimeOffset.FromUnixTimeSeconds(1_300_819_000)).Verify(token));
    }

    [Fact]
    public void A_token_of_the_greatest_length_is_still_read_and_one_character_more_is_not()
    {
        // Spaces inside the JSON make it long; four characters of base64 stand for three of them.
        var spaces = Enumerable.Range(0, 2000).First(count => Padded(count).Length is > Jws.MaxLength - 2 and <= Jws.MaxLength);

        Assert.NotNull(Jwt(Now).Verify(Padded(spaces)));
        Assert.Null(Jwt(Now).Verify(Padded(spaces + 3)));
    }

    private static string Padded(int spaces) => WithPayload(GoodPayload + new string(' ', spaces));
}
