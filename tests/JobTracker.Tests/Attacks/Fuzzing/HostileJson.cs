using System.Globalization;
using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;

namespace JobTracker.Tests.Attacks.Fuzzing;

/// <summary>Values that a field does not expect, as they stand in JSON: several of them no library would write.</summary>
internal static class HostileJson
{
    private const int Huge = 900_000;
    private const int Deep = 500;

    private static readonly string[] Texts =
    [
        "",
        " ",
        "\t\r\n",
        "null",
        "0",
        "-1",
        "true",
        "' or 1=1 --",
        "\"; drop table users; --",
        "%' ESCAPE '_",
        "\\",
        "<script>alert(1)</script>",
        "{{7*7}}${7*7}{0}",
        "../../../../etc/passwd",
        "=HYPERLINK(\"http://evil.example\")",
        "\u202Egnp.exe",
        "\u200B\uFEFF\u00AD",
        "e\u0301\u0301\u0301\u0301",
        "👩‍👩‍👧‍👦🇫🇷",
        "ﷺİıſẞ",
        "\uFFFE\uFFFF",
        "javascript:alert(1)",
        "http://",
        "http://[::1",
        "//evil.example",
        "a@b@c",
        "\"a b\"@example.org",
        "Europe/Paris\0",
        "Etc/../../UTC",
        "fr-CH-1996-u-co-phonebk",
    ];

    private static readonly string[] Days =
    [
        "0000-01-01",
        "0001-01-01",
        "9999-12-31",
        "10000-01-01",
        "-0001-01-01",
        "2026-02-30",
        "2026-13-01",
        "2026-02-03T24:00:00Z",
        "2026-06-30T23:59:60Z",
        "0001-01-01T00:00:00Z",
        "0001-01-01T00:00:00+14:00",
        "9999-12-31T23:59:59.9999999Z",
        "9999-12-31T23:59:59-14:00",
        "2026-02-03T10:00:00+99:99",
        "2026-02-03T10:00:00",
        "2026-W06-2",
        "+275760-09-13T00:00:00Z",
    ];

    private static readonly string[] Numbers =
    [
        "0",
        "-0",
        "-1",
        "1",
        "0.1",
        "1e0",
        "1E+2",
        "1e-7",
        "1e400",
        "-1e400",
        "1e-400",
        "2147483647",
        "2147483648",
        "-2147483649",
        "9223372036854775807",
        "9223372036854775808",
        "79228162514264337593543950336",
        "3.141592653589793238462643383279502884197",
        "01",
        "0x10",
        "NaN",
        "Infinity",
        "+1",
        ".5",
    ];

    private static readonly string[] Others =
    [
        "null",
        "true",
        "false",
        "[]",
        "{}",
        "[null]",
        "[[]]",
        "[\"\"]",
        "{\"id\": 1}",
        "\"\\ud800\"",
        "\"\\udc00\\ud800\"",
        "\"\\u0000\"",
        "\"a\\u0000b\"",
        "\"\u0001\"",
        "\"\\x41\"",
        "\"\\u00g0\"",
        "'a'",
        "undefined",
        "",
    ];

    private static readonly string[] Large =
    [
        $"\"{new string('x', Huge)}\"",
        $"\"{new string('\u00E9', Huge / 2)}\"",
        new('9', 20_000),
        $"[{string.Join(',', Enumerable.Repeat("1", 100_000))}]",
        $"[{string.Join(',', Enumerable.Range(0, 20_000).Select(number => $"\"{Guid.Empty.ToString()[..24]}{number.ToString("x12", CultureInfo.InvariantCulture)}\""))}]",
        new string('[', Deep) + new string(']', Deep),
        string.Concat(Enumerable.Repeat("{\"a\":", Deep)) + "1" + new string('}', Deep),
        $"{{{string.Join(',', Enumerable.Range(0, 20_000).Select(number => $"\"f{number}\":1"))}}}",
    ];

    /// <summary>Any text.</summary>
    public static Gen<string> Text { get; } =
        Gen.OneOf(
            Gen.Elements(Texts),
            Gen.Elements(Days),
            ArbMap.Default.GeneratorFor<UnicodeString>().Select(text => text.ToString() ?? ""),
            Gen.Choose(1, 4_000).Select(length => new string('é', length))
        );

    /// <summary>A value as it stands in JSON, or nearly.</summary>
    /// <param name="ids">Rows that there are: the sender's own, and somebody else's.</param>
    public static Gen<string> Value(IReadOnlyList<string> ids) =>
        Gen.Frequency(
            (8, Gen.Elements(Others)),
            (8, Gen.Elements(Numbers)),
            (10, Text.Select(Quoted)),
            (4, Gen.Elements(Days).Select(Quoted)),
            (4, Gen.Elements(ids.AsEnumerable()).Select(Quoted)),
            (3, Any),
            (1, Gen.Elements(Large))
        );

    /// <summary>Well-formed JSON of any shape.</summary>
    public static Gen<string> Any { get; } = Gen.Sized(size => Nested(Math.Min(size, 12)));

    public static string Quoted(string text) => JsonSerializer.Serialize(text);

    private static Gen<string> Nested(int size)
    {
        var leaf = Gen.OneOf(Text.Select(Quoted), Gen.Elements("null", "true", "0", "-12.5e3"));
        if (size == 0)
            return leaf;
        var inner = Nested(size / 3);
        return Gen.OneOf(
            leaf,
            Gen.ArrayOf(inner, 3).Select(items => $"[{string.Join(',', items)}]"),
            Gen.ArrayOf(Gen.Zip(Text.Select(Quoted), inner), 3).Select(Fields)
        );
    }

    private static string Fields((string Name, string Value)[] fields)
    {
        var text = new StringBuilder("{");
        foreach (var (name, value) in fields)
            text.Append(text.Length == 1 ? "" : ",").Append(name).Append(':').Append(value);
        return text.Append('}').ToString();
    }
}
