using System.Text;
using static JobTracker.Tests.Web.Bearer.ForgedToken;

namespace JobTracker.Tests.Web.Bearer;

/// <summary>Tokens with the right header and the right MAC, whose claims are not what they should be.</summary>
static class HostileClaims
{
    private const string Iss = "\"iss\":\"jobtracker\"";
    private const string Aud = "\"aud\":\"jobtracker-api\"";
    private const string Sub = "\"sub\":\"01a00000-0000-7000-8000-000000000001\"";
    private const string Sid = "\"sid\":\"01a00000-0000-7000-8000-000000000002\"";
    private const string Iat = "\"iat\":1800000000";
    private const string Nbf = "\"nbf\":1800000000";
    private const string Exp = "\"exp\":1800604800";

    public static readonly Dictionary<string, string> All = new(StringComparer.Ordinal)
    {
        ["another issuer"] = Exchanging(Iss, "\"iss\":\"jobtracker.example.org\""),
        ["the issuer in capitals"] = Exchanging(Iss, "\"iss\":\"JobTracker\""),
        ["no issuer"] = Exchanging(Iss + ",", ""),
        ["a null issuer"] = Exchanging(Iss, "\"iss\":null"),
        ["another audience"] = Exchanging(Aud, "\"aud\":\"somebody-else\""),
        ["the audience in an array"] = Exchanging(Aud, "\"aud\":[\"jobtracker-api\"]"),
        ["no audience"] = Exchanging(Aud + ",", ""),
        ["a subject that is no UUID"] = Exchanging(Sub, "\"sub\":\"admin\""),
        ["a subject without hyphens"] = Exchanging(Sub, "\"sub\":\"01a00000000070008000000000000001\""),
        ["a subject in braces"] = Exchanging(Sub, "\"sub\":\"{01a00000-0000-7000-8000-000000000001}\""),
        ["a subject with a space"] = Exchanging(Sub, "\"sub\":\" 01a00000-0000-7000-8000-000000000001\""),
        ["a subject with SQL"] = Exchanging(Sub, "\"sub\":\"01a00000-0000-7000-8000-000000000001' or '1'='1\""),
        ["a subject of zeros"] = Exchanging(Sub, "\"sub\":\"00000000-0000-0000-0000-000000000000\""),
        ["a subject that is a number"] = Exchanging(Sub, "\"sub\":1"),
        ["an empty subject"] = Exchanging(Sub, "\"sub\":\"\""),
        ["a null subject"] = Exchanging(Sub, "\"sub\":null"),
        ["no subject"] = Exchanging(Sub + ",", ""),
        ["two subjects"] = Exchanging(Sub, Sub + "," + Sub),
        ["two subjects, one escaped"] = Exchanging(Sub, Sub + ",\"\\u0073ub\":\"01a00000-0000-7000-8000-000000000009\""),
        ["an escaped name"] = Exchanging(Sub, "\"\\u0073ub\":\"01a00000-0000-7000-8000-000000000001\""),
        ["an escaped value"] = Exchanging(Iss, "\"iss\":\"\\u006aobtracker\""),
        ["a lone surrogate, escaped"] = Exchanging(Iss, "\"iss\":\"\\ud800\""),
        ["no sign-in"] = Exchanging(Sid + ",", ""),
        ["a sign-in that is no UUID"] = Exchanging(Sid, "\"sid\":\"latest\""),
        ["a sign-in of zeros"] = Exchanging(Sid, "\"sid\":\"00000000-0000-0000-0000-000000000000\""),
        ["two sign-ins"] = Exchanging(Sid, Sid + "," + Sid),
        ["a number in quotes"] = Exchanging(Exp, "\"exp\":\"1800604800\""),
        ["a fraction"] = Exchanging(Exp, "\"exp\":1800604800.5"),
        ["a fraction of zero"] = Exchanging(Exp, "\"exp\":1800604800.0"),
        ["an exponent"] = Exchanging(Exp, "\"exp\":18006048e2"),
        ["an exponent too large"] = Exchanging(Exp, "\"exp\":1e400"),
        ["a leading zero"] = Exchanging(Exp, "\"exp\":01800604800"),
        ["a leading plus"] = Exchanging(Exp, "\"exp\":+1800604800"),
        ["a hexadecimal number"] = Exchanging(Exp, "\"exp\":0x6B52E980"),
        ["not a number"] = Exchanging(Exp, "\"exp\":NaN"),
        ["exp true"] = Exchanging(Exp, "\"exp\":true"),
        ["exp null"] = Exchanging(Exp, "\"exp\":null"),
        ["exp as an object"] = Exchanging(Exp, "\"exp\":{}"),
        ["no exp"] = Exchanging("," + Exp, ""),
        ["two exp"] = Exchanging(Exp, Exp + "," + Exp),
        ["exp in another case"] = Exchanging(Exp, "\"Exp\":1800604800"),
        ["exp of the largest integer"] = Exchanging(Exp, "\"exp\":9223372036854775807"),
        ["exp beyond the largest integer"] = Exchanging(Exp, "\"exp\":9223372036854775808"),
        ["exp in milliseconds"] = Exchanging(Exp, "\"exp\":1800604800000"),
        ["exp zero"] = Exchanging(Exp, "\"exp\":0"),
        ["exp negative"] = Exchanging(Exp, "\"exp\":-1"),
        ["expired"] = Exchanging(Exp, "\"exp\":1799999940"),
        ["iat in the future"] = Exchanging(Iat, "\"iat\":1800000061"),
        ["iat after exp"] = Exchanging(Iat, "\"iat\":1800604801"),
        ["iat negative"] = Exchanging(Iat, "\"iat\":-1"),
        ["iat of the smallest integer"] = Exchanging(Iat, "\"iat\":-9223372036854775808"),
        ["iat of the largest integer"] = Exchanging(Iat, "\"iat\":9223372036854775807"),
        ["no iat"] = Exchanging(Iat + ",", ""),
        ["nbf in the future"] = Exchanging(Nbf, "\"nbf\":1800000061"),
        ["nbf after exp, both near enough"] = Exchanging($"{Nbf},{Exp}", "\"nbf\":1800000050,\"exp\":1800000040"),
        ["nbf negative"] = Exchanging(Nbf, "\"nbf\":-9223372036854775808"),
        ["no nbf"] = Exchanging(Nbf + ",", ""),
        ["a lifetime over the ceiling"] = Exchanging(Exp, "\"exp\":1802678401"),
        ["a claim that we do not know"] = Exchanging(Iss, Iss + ",\"admin\":true"),
        ["an unknown claim twice"] = Exchanging(Iss, Iss + ",\"a\":1,\"a\":2"),
        ["a prototype"] = Exchanging(Iss, Iss + ",\"__proto__\":{\"admin\":true}"),
        ["a thousand nested arrays"] = Exchanging(Aud, $"\"aud\":{new string('[', 500)}{new string(']', 500)}"),
        ["a thousand nested arrays left open"] = Exchanging(Aud, $"\"aud\":{new string('[', 1000)}"),
        ["a payload that is an array"] = WithPayload($"[{GoodPayload}]"),
        ["a payload that is a string"] = WithPayload("\"jobtracker\""),
        ["a payload that is null"] = WithPayload("null"),
        ["a payload that is a number"] = WithPayload("1800604800"),
        ["a payload that is white space"] = WithPayload("  "),
        ["an empty object"] = WithPayload("{}"),
        ["a payload cut short"] = WithPayload(GoodPayload[..^1]),
        ["a payload and more after it"] = WithPayload(GoodPayload + "{}"),
        ["a trailing comma"] = WithPayload(GoodPayload[..^1] + ",}"),
        ["a comment"] = WithPayload("/* x */" + GoodPayload),
        ["names in single quotes"] = WithPayload(GoodPayload.Replace('"', '\'')),
        ["a byte order mark"] = WithPayload("\ufeff" + GoodPayload),
        ["a null byte after it"] = WithPayload(GoodPayload + "\0"),
        ["a null byte in a name"] = Exchanging("\"sub\"", "\"sub\0\""),
        ["invalid UTF-8 in a value"] = WithByte(GoodPayload.IndexOf("jobtracker", StringComparison.Ordinal), 0xFF),
        ["invalid UTF-8 in a name"] = WithByte(GoodPayload.IndexOf("sub", StringComparison.Ordinal), 0xC0),
        ["UTF-16"] = Of(Encoding.UTF8.GetBytes(GoodHeader), Encoding.Unicode.GetBytes(GoodPayload)),
    };

    private static string WithByte(int at, byte value)
    {
        var payload = Encoding.UTF8.GetBytes(GoodPayload);
        payload[at] = value;
        return Of(Encoding.UTF8.GetBytes(GoodHeader), payload);
    }
}
