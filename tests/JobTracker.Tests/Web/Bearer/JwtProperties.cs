using FsCheck;
using FsCheck.Fluent;
using JobTracker.Kernel;
using JobTracker.Web.Bearer;
using Xunit;
using static JobTracker.Tests.Web.Bearer.ForgedToken;

namespace JobTracker.Tests.Web.Bearer;

public sealed class JwtProperties
{
    private static readonly Arbitrary<Guid> Ids = ArbMap.Default.ArbFor<Guid>().Filter(id => id != Guid.Empty);

    [Fact]
    public void Whatever_is_issued_is_verified_and_says_the_same() =>
        Prop.ForAll(
                Ids,
                Ids,
                Gen.Choose(0, int.MaxValue).ToArbitrary(),
                (user, signIn, second) =>
                {
                    var now = DateTimeOffset.FromUnixTimeSeconds(second);
                    var token = Jwt(now).Create(new UserId(user), signIn);
                    return Jwt(now).Verify(token.Value) == new TokenClaims(new UserId(user), signIn, now, now.AddDays(7));
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void A_change_of_any_one_character_to_any_other_is_refused() =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(2000),
            Prop.ForAll(
                Gen.Choose(0, Good.Length - 1).ToArbitrary(),
                Gen.OneOf(Gen.Elements("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.= ".ToCharArray()), AnyCharacter)
                    .ToArbitrary(),
                (at, other) => other == Good[at] || Jwt(Now).Verify(Good[..at] + other + Good[(at + 1)..]) is null
            )
        );

    [Fact]
    public void Any_text_at_all_is_refused_without_an_exception() =>
        Prop.ForAll<string?>(text => Jwt(Now).Verify(text ?? "") is null).QuickCheckThrowOnFailure();

    [Fact]
    public void Any_signed_payload_but_ours_is_refused_without_an_exception() =>
        Prop.ForAll<byte[]>(payload => Jwt(Now).Verify(Jws.Sign(payload, Key)) is null).QuickCheckThrowOnFailure();

    private static Gen<char> AnyCharacter => Gen.Choose(0, char.MaxValue).Select(code => (char)code);
}
