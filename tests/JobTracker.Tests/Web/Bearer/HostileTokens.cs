using System.Security.Cryptography;
using System.Text;
using static JobTracker.Tests.Web.Bearer.ForgedToken;

namespace JobTracker.Tests.Web.Bearer;

/// <summary>Tokens that somebody might try. Unless its name says otherwise, each carries the right MAC: only the named thing is wrong.</summary>
static class HostileTokens
{
    private static readonly string[] Parts = Good.Split('.');
    private static readonly string Head = Parts[0];
    private static readonly string Body = Parts[1];
    private static readonly string Mac = Parts[2];

    /// <summary>The payload, spaced out so that its last digit has bits to spare.</summary>
    private static readonly string Spare = Encode(GoodPayload.PadRight((GoodPayload.Length / 3 * 3) + 4));

    public static readonly Dictionary<string, string> Forms = new(StringComparer.Ordinal)
    {
        ["empty"] = "",
        ["a space"] = " ",
        ["one part"] = Head,
        ["two parts"] = $"{Head}.{Body}",
        ["an empty third part"] = $"{Head}.{Body}.",
        ["only dots"] = "..",
        ["more dots"] = "....",
        ["four parts"] = $"{Good}.{Mac}",
        ["five parts, as if encrypted"] = $"{Good}.{Mac}.{Mac}",
        ["a trailing dot"] = Good + ".",
        ["a leading dot"] = "." + Good,
        ["an empty header"] = Signed($".{Body}"),
        ["an empty payload"] = Signed($"{Head}."),
        ["padding at the MAC"] = Good + "=",
        ["padding at the payload"] = Signed($"{Head}.{Body}="),
        ["padding at the header"] = Signed($"{Head}=.{Body}"),
        ["a trailing space"] = Good + " ",
        ["a leading space"] = " " + Good,
        ["a trailing line break"] = Good + "\n",
        ["a line break inside the MAC"] = Good.Insert(Good.Length - 5, "\r\n"),
        ["a space inside the payload"] = Signed($"{Head}.{Body.Insert(8, " ")}"),
        ["a tab inside the header"] = Signed($"{Head.Insert(8, "\t")}.{Body}"),
        ["a null character"] = Good + "\0",
        ["stray last bits in the MAC"] = Good[..^1] + NextDigit(Good[^1]),
        ["stray last bits in the payload"] = Signed($"{Head}.{Spare[..^1]}{NextDigit(Spare[^1])}"),
        ["base64 in place of base64url"] = Signed($"{Head}.{Body[..^4]}+/+/"),
        ["percent-encoding"] = Signed($"{Head}.{Body}%3D"),
        ["a character outside ASCII"] = Signed($"{Head}.é{Body}"),
        ["a look-alike dot"] = Good.Replace('.', '\u2024'),
        ["a lone surrogate"] = Good + "\ud800",
        ["over 2 KB"] = WithPayload(GoodPayload + new string(' ', 2000)),
        ["a megabyte of dots"] = new string('.', 1 << 20),
        ["a megabyte of letters"] = new string('A', 1 << 20),
        ["a JSON serialisation"] = $$"""{"protected":"{{Head}}","payload":"{{Body}}","signature":"{{Mac}}"}""",
        ["the MAC cut to 16 bytes"] = $"{Head}.{Body}.{Mac[..22]}",
        ["the MAC and a byte more"] = Good + "AA",
        ["the MAC twice"] = $"{Head}.{Body}.{Mac}{Mac}",
        ["a MAC of zeros"] = $"{Head}.{Body}.{new string('A', 43)}",
        ["the MAC of SHA-512"] = $"{Head}.{Body}.{Encode(HMACSHA512.HashData(Key, Encoding.ASCII.GetBytes($"{Head}.{Body}")))}",
        ["the MAC of the payload alone"] = $"{Head}.{Body}.{Encode(HMACSHA256.HashData(Key, Encoding.ASCII.GetBytes(Body)))}",
        ["a hash without a key"] = $"{Head}.{Body}.{Encode(SHA256.HashData(Encoding.ASCII.GetBytes($"{Head}.{Body}")))}",
        ["an empty key"] = SignedWith([]),
        ["a key of zeros"] = SignedWith(new byte[32]),
        ["the key with a zero byte before it"] = SignedWith([0, .. Key]),
        ["the key with a line break"] = SignedWith([.. Key, (byte)'\n']),
        ["the key's hash as key"] = SignedWith(SHA256.HashData(Key)),
        ["a public key as key"] = SignedWith("-----BEGIN PUBLIC KEY-----"u8.ToArray()),
        ["header and payload exchanged"] = Signed($"{Body}.{Head}"),
    };

    public static readonly Dictionary<string, string> Headers = new(StringComparer.Ordinal)
    {
        ["alg none, no MAC"] = $"{Encode("""{"alg":"none","typ":"JWT"}""")}.{Body}.",
        ["alg none"] = WithHeader("""{"alg":"none","typ":"JWT"}"""),
        ["alg None"] = WithHeader("""{"alg":"None","typ":"JWT"}"""),
        ["alg empty"] = WithHeader("""{"alg":"","typ":"JWT"}"""),
        ["alg null"] = WithHeader("""{"alg":null,"typ":"JWT"}"""),
        ["alg in lower case"] = WithHeader("""{"alg":"hs256","typ":"JWT"}"""),
        ["alg with a space"] = WithHeader("""{"alg":"HS256 ","typ":"JWT"}"""),
        ["alg as an array"] = WithHeader("""{"alg":["HS256"],"typ":"JWT"}"""),
        ["alg as a number"] = WithHeader("""{"alg":256,"typ":"JWT"}"""),
        ["alg HS384"] = WithHeader("""{"alg":"HS384","typ":"JWT"}"""),
        ["alg HS512"] = WithHeader("""{"alg":"HS512","typ":"JWT"}"""),
        ["alg RS256"] = WithHeader("""{"alg":"RS256","typ":"JWT"}"""),
        ["alg ES256"] = WithHeader("""{"alg":"ES256","typ":"JWT"}"""),
        ["no alg"] = WithHeader("""{"typ":"JWT"}"""),
        ["no typ"] = WithHeader("""{"alg":"HS256"}"""),
        ["typ in lower case"] = WithHeader("""{"alg":"HS256","typ":"jwt"}"""),
        ["typ at+jwt"] = WithHeader("""{"alg":"HS256","typ":"at+jwt"}"""),
        ["typ null"] = WithHeader("""{"alg":"HS256","typ":null}"""),
        ["names in capitals"] = WithHeader("""{"ALG":"HS256","TYP":"JWT"}"""),
        ["kid"] = WithHeader("""{"alg":"HS256","typ":"JWT","kid":"../../dev/null"}"""),
        ["jku"] = WithHeader("""{"alg":"HS256","typ":"JWT","jku":"https://example.org/keys"}"""),
        ["jwk"] = WithHeader("""{"alg":"HS256","typ":"JWT","jwk":{"kty":"oct","k":"AAAA"}}"""),
        ["x5u"] = WithHeader("""{"alg":"HS256","typ":"JWT","x5u":"https://example.org/chain"}"""),
        ["x5c"] = WithHeader("""{"alg":"HS256","typ":"JWT","x5c":["AAAA"]}"""),
        ["crit"] = WithHeader("""{"alg":"HS256","typ":"JWT","crit":["exp"]}"""),
        ["b64"] = WithHeader("""{"alg":"HS256","typ":"JWT","b64":false}"""),
        ["cty, a token in a token"] = WithHeader("""{"alg":"HS256","typ":"JWT","cty":"JWT"}"""),
        ["zip"] = WithHeader("""{"alg":"HS256","typ":"JWT","zip":"DEF"}"""),
        ["alg twice"] = WithHeader("""{"alg":"HS256","typ":"JWT","alg":"HS256"}"""),
        ["alg twice, the second none"] = WithHeader("""{"alg":"HS256","typ":"JWT","alg":"none"}"""),
        ["alg twice, once escaped"] = WithHeader("""{"alg":"HS256","typ":"JWT","\u0061lg":"none"}"""),
        ["alg escaped"] = WithHeader("""{"\u0061lg":"HS256","typ":"JWT"}"""),
        ["a header that is an array"] = WithHeader("""["HS256","JWT"]"""),
        ["a header that is null"] = WithHeader("null"),
        ["a header that is text"] = WithHeader("HS256"),
        ["a header with a comment"] = WithHeader("""{"alg":"HS256",/**/"typ":"JWT"}"""),
        ["a header with a trailing comma"] = WithHeader("""{"alg":"HS256","typ":"JWT",}"""),
        ["a header with more after it"] = WithHeader(GoodHeader + GoodHeader),
        ["a header after a byte order mark"] = WithHeader("\ufeff" + GoodHeader),
        ["a header in UTF-16"] = Of(Encoding.Unicode.GetBytes(GoodHeader), Encoding.UTF8.GetBytes(GoodPayload)),
    };

    /// <summary>A last digit that stands for the same bytes, its unused bits set.</summary>
    private static char NextDigit(char digit)
    {
        const string digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        return digits[digits.IndexOf(digit, StringComparison.Ordinal) + 1];
    }
}
