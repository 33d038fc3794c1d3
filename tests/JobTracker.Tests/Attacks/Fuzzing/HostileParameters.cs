using FsCheck;
using FsCheck.Fluent;

namespace JobTracker.Tests.Attacks.Fuzzing;

/// <summary>What stands in addresses and headers, changed.</summary>
internal static class HostileParameters
{
    // More than one such, and the server cuts the address off before the app sees it: see OversizeTests.
    private const int LongestText = 200;

    // As they stand in an address, so that the broken ones come through.
    private static readonly string[] InQueries =
    [
        "",
        "%00",
        "%",
        "%zz",
        "%ff%fe",
        "%ed%a0%80",
        "%c3%28",
        "%2500",
        "%0d%0aSet-Cookie:%20a=b",
        "-1",
        "0",
        "1e9",
        "101",
        "99999999999999999999",
        "2147483648",
        "true",
        "TRUE",
        "yes",
        "0001-01-01",
        "9999-12-31",
        "0000-00-00",
        "2026-02-30",
        "9999-12-31T23:59:59.9999999Z",
        "0001-01-01T00:00:00%2B14:00",
        "applied,screening",
        "applied&status=nonsense",
        "%27%20or%201=1--",
        "*",
        "%25%25%25",
        "%5C",
        "eyJhIjoxfQ",
        "AAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "[]",
        "a[b]=c",
    ];

    private static readonly string[] InPaths =
    [
        "0",
        "-1",
        "null",
        "00000000-0000-0000-0000-000000000000",
        "ffffffff-ffff-ffff-ffff-ffffffffffff",
        "%7B019e0c11-7a20-7bb1-9c1d-0e2f3a4b5c6d%7D",
        "019e0c117a207bb19c1d0e2f3a4b5c6d",
        "..%2F..%2Fusers",
        "%2e%2e",
        "a%20b",
        "%ff",
        "%ed%a0%80",
        ";a=b",
        "*",
        "%C3%A9",
        new string('a', 2_000),
    ];

    private static readonly (string Name, string[] Values)[] Known =
    [
        (
            "If-Match",
            [
                "*",
                "\"1\"",
                "\"0\"",
                "W/\"1\"",
                "1",
                "\"1\", \"2\"",
                "\"-1\"",
                "\"99999999999\"",
                "\"\"",
                "\"",
                "*, \"1\"",
                new string('"', 500),
            ]
        ),
        ("Idempotency-Key", ["", "a", new string('k', 64), new string('k', 65), "with space", "é", "{}", "a,b"]),
        ("Accept-Language", ["fr", "zz-ZZ", "*", "fr;q=2", "en;q=0.0001", ",,,", "é", new string('f', 3_000), "fr-FR-u-co-phonebk-x-a"]),
        ("Accept", ["text/html", "application/xml", "*/*;q=0", "nonsense"]),
        ("Content-Language", ["zz", "fr"]),
        ("X-HTTP-Method-Override", ["DELETE", "PUT"]),
        ("X-Original-URL", ["/api/admin/users"]),
        ("Range", ["bytes=0-0", "bytes=-1", "bytes=9999999999999999999-", "bytes=0-0,1-1,2-2"]),
        ("If-None-Match", ["*", "\"1\""]),
        ("If-Modified-Since", ["yesterday", "Thu, 01 Jan 9999 00:00:00 GMT"]),
        (
            "traceparent",
            [
                "00-00000000000000000000000000000000-0000000000000000-00",
                "nonsense",
                "ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
            ]
        ),
        ("Content-Encoding", ["gzip", "br", "nonsense"]),
        ("Cookie", ["jobtracker=nonsense", "jobtracker=", ".AspNetCore.Culture=c%3Dzz|uic%3Dzz", "theme=%00"]),
    ];

    /// <summary>A query of some of these parameters; with a page's mark of somebody else's among the values.</summary>
    public static Gen<string> Query(IReadOnlyList<string> parameters, IReadOnlyList<string> ids, IReadOnlyList<string> cursors)
    {
        if (parameters.Count == 0)
            return Gen.Frequency((4, Gen.Constant("")), (1, Gen.Elements("?a=b", "?%00=%00", "?=&=", "?id=1&user_id=2")));
        var value = Gen.OneOf(
            Gen.Elements(InQueries),
            Gen.Elements(ids.Concat(cursors).ToArray()),
            HostileJson.Text.Select(text => Uri.EscapeDataString(Whole(text[..Math.Min(text.Length, LongestText)]))),
            Gen.Choose(1, 2_000).Select(length => new string('q', length))
        );
        var pair = Gen.Zip(Gen.Elements(parameters.AsEnumerable()), value).Select(pair => $"{pair.Item1}={pair.Item2}");
        return Gen.Frequency(
            (1, Gen.Constant("")),
            (5, pair.Select(one => $"?{one}")),
            (3, Gen.ArrayOf(pair, 3).Select(several => $"?{string.Join('&', several)}"))
        );
    }

    /// <summary>The path with its ids: mostly as they are, sometimes others.</summary>
    public static Gen<string> Path(string template, Func<string, string> idOf, IReadOnlyList<string> foreign)
    {
        var path = Gen.Constant(template);
        for (var at = template.IndexOf('{', StringComparison.Ordinal); at >= 0; at = template.IndexOf('{', at + 1))
        {
            var end = template.IndexOf('}', at) + 1;
            var (upTo, parameter) = (template[..end], template[at..end]);
            var id = Gen.Frequency((8, Gen.Constant(idOf(upTo))), (2, Gen.Elements(foreign.AsEnumerable())), (1, Gen.Elements(InPaths)));
            path = Gen.Zip(path, id).Select(both => both.Item1.Replace(parameter, both.Item2, StringComparison.Ordinal));
        }
        return path;
    }

    /// <summary>None, one or two headers.</summary>
    public static Gen<(string Name, string Value)[]> Headers { get; } =
        Gen.Frequency((3, Gen.Constant(0)), (2, Gen.Constant(1)), (1, Gen.Constant(2))).SelectMany(count => Gen.ArrayOf(Header, count));

    private static Gen<(string Name, string Value)> Header =>
        Gen.Elements(Known).SelectMany(header => Gen.Elements(header.Values).Select(value => (header.Name, value)));

    // An address cannot be written with half a pair.
    private static string Whole(string text) => new([.. text.Where(character => !char.IsSurrogate(character))]);
}
