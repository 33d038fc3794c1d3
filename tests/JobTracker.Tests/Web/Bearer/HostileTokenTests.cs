using Xunit;
using static JobTracker.Tests.Web.Bearer.ForgedToken;

namespace JobTracker.Tests.Web.Bearer;

public sealed class HostileTokenTests
{
    public static TheoryData<string> Forms => [.. HostileTokens.Forms.Keys];
    public static TheoryData<string> Headers => [.. HostileTokens.Headers.Keys];
    public static TheoryData<string> Claims => [.. HostileClaims.All.Keys];

    [Fact]
    public void The_token_that_all_the_others_are_made_from_is_good() => Assert.NotNull(Jwt(Now).Verify(Good));

    [Theory]
    [MemberData(nameof(Forms))]
    public void A_token_out_of_form_is_refused(string name) => Assert.Null(Jwt(Now).Verify(HostileTokens.Forms[name]));

    [Theory]
    [MemberData(nameof(Headers))]
    public void A_token_under_another_header_is_refused(string name) => Assert.Null(Jwt(Now).Verify(HostileTokens.Headers[name]));

    [Theory]
    [MemberData(nameof(Claims))]
    public void A_token_with_other_claims_is_refused(string name) => Assert.Null(Jwt(Now).Verify(HostileClaims.All[name]));

    [Fact]
    public void Every_flipped_bit_in_every_part_is_noticed()
    {
        var parts = Good.Split('.').Select(part => System.Buffers.Text.Base64Url.DecodeFromChars(part)).ToArray();
        foreach (var part in parts)
            for (var bit = 0; bit < part.Length * 8; bit++)
            {
                part[bit / 8] ^= (byte)(1 << (bit % 8));
                Assert.Null(Jwt(Now).Verify(string.Join('.', parts.Select(Encode))));
                part[bit / 8] ^= (byte)(1 << (bit % 8));
            }
        Assert.NotNull(Jwt(Now).Verify(string.Join('.', parts.Select(Encode))));
    }
}
