using System.Text;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using JobTracker.Tests.Web.Problems;

namespace JobTracker.Tests.Attacks.Fuzzing;

/// <summary>Bodies that begin as one that is right, and were changed.</summary>
/// <param name="Bytes">What is sent.</param>
/// <param name="MediaType">What it claims to be.</param>
internal sealed record HostileBody(byte[] Bytes, string MediaType)
{
    private const string Json = "application/json";

    private static readonly string[] MediaTypes =
    [
        "text/plain",
        "application/xml",
        "application/x-www-form-urlencoded",
        "multipart/form-data; boundary=x",
        "application/json; charset=utf-16",
        "application/json; charset=nonsense",
        "application/merge-patch+json",
        "application/json;;",
        "*/*",
        "json",
    ];

    private static readonly byte[][] Broken =
    [
        [0xFF],
        [0xC3, 0x28],
        [0xED, 0xA0, 0x80],
        [0xF4, 0x90, 0x80, 0x80],
        [0x00],
        [0xEF, 0xBB, 0xBF],
        "}"u8.ToArray(),
        "\""u8.ToArray(),
    ];

    /// <param name="valid">What succeeds.</param>
    /// <param name="fields">Names that the operation knows.</param>
    /// <param name="ids">Rows that there are.</param>
    public static Gen<HostileBody> Of(JsonObject valid, IReadOnlyList<string> fields, IReadOnlyList<string> ids)
    {
        var text = valid.ToJsonString();
        var bytes = Encoding.UTF8.GetBytes(text);
        var names = Gen.OneOf(
            Gen.Elements(fields.AsEnumerable()),
            Gen.Elements("id", "user_id", "version", "", "__proto__", "$type"),
            HostileJson.Text
        );
        var value = HostileJson.Value(ids);
        return Gen.Frequency(
            (2, Gen.Constant(OfText(text))),
            (
                12,
                Gen.Zip(Gen.Elements(PlacesIn(valid).AsEnumerable()), value)
                    .Select(change => OfText(Exchange(valid, change.Item1, change.Item2)))
            ),
            (6, Gen.Zip(Gen.Elements(fields.AsEnumerable()), value).Select(change => OfText(With(valid, change.Item1, change.Item2)))),
            (3, Gen.Zip(names, value).Select(change => OfText(Doubled(text, change.Item1, change.Item2)))),
            (2, Gen.Elements(fields.AsEnumerable()).Select(name => OfText(Without(valid, name)))),
            (1, Gen.Constant(OfText($"{{{string.Join(',', fields.Select(name => $"\"{name}\":null"))}}}"))),
            (2, HostileJson.Any.Select(OfText)),
            (2, Gen.Choose(0, bytes.Length - 1).Select(length => new HostileBody(bytes[..length], Json))),
            (
                3,
                Gen.Zip(Gen.Choose(0, bytes.Length), Gen.Elements(Broken))
                    .Select(at => new HostileBody([.. bytes[..at.Item1], .. at.Item2, .. bytes[at.Item1..]], Json))
            ),
            (2, Gen.Elements(HostileBodies.All.Values.ToArray()).Select(body => new HostileBody(body, Json))),
            (1, Gen.Elements(MediaTypes).Select(type => new HostileBody(bytes, type)))
        );
    }

    /// <summary>Forms with a file, cut, bent and lengthened.</summary>
    public static Gen<HostileBody> OfForm(byte[] form, string mediaType) =>
        Gen.OneOf(
            Gen.Constant(new HostileBody(form, mediaType)),
            Gen.Choose(0, form.Length - 1).Select(length => new HostileBody(form[..length], mediaType)),
            Gen.Zip(Gen.Choose(0, form.Length - 1), Gen.Choose(0, 255))
                .Select(at => new HostileBody([.. form[..at.Item1], (byte)at.Item2, .. form[(at.Item1 + 1)..]], mediaType)),
            Gen.Zip(Gen.Choose(0, form.Length), Gen.Choose(1, 3_000))
                .Select(at => new HostileBody([.. form[..at.Item1], .. new byte[at.Item2], .. form[at.Item1..]], mediaType)),
            Gen.Elements(
                    "multipart/form-data",
                    "multipart/form-data; boundary=",
                    "multipart/form-data; boundary=\"",
                    "multipart/mixed; boundary=x",
                    Json
                )
                .Select(type => new HostileBody(form, type))
        );

    public static HostileBody OfText(string text) => new(Encoding.UTF8.GetBytes(text), Json);

    /// <summary>Each value in it, by its path.</summary>
    private static List<string> PlacesIn(JsonNode node)
    {
        var places = new List<string>();
        foreach (var (_, value) in node as JsonObject ?? [])
            Add(value);
        foreach (var value in node as JsonArray ?? [])
            Add(value);
        return places is [] ? ["$"] : places;

        void Add(JsonNode? value)
        {
            if (value is null)
                return;
            places.Add(value.GetPath());
            if (value is JsonObject or JsonArray)
                places.AddRange(PlacesIn(value).Where(place => place != "$"));
        }
    }

    /// <summary>The value at a place becomes one that no library would write there.</summary>
    private static string Exchange(JsonObject valid, string place, string value)
    {
        if (place == "$")
            return value;
        var mark = $"the-{Guid.Empty:N}-place";
        var copy = valid.DeepClone();
        All(copy).First(node => node.GetPath() == place).ReplaceWith(mark);
        return copy.ToJsonString().Replace($"\"{mark}\"", value, StringComparison.Ordinal);
    }

    private static IEnumerable<JsonNode> All(JsonNode node) =>
        node switch
        {
            JsonObject fields => fields.Select(field => field.Value).OfType<JsonNode>().SelectMany(value => All(value).Prepend(value)),
            JsonArray items => items.OfType<JsonNode>().SelectMany(value => All(value).Prepend(value)),
            _ => [],
        };

    private static string With(JsonObject valid, string name, string value)
    {
        var without = Without(valid, name);
        return $"{without[..^1]}{(without == "{}" ? "" : ",")}{HostileJson.Quoted(name)}:{value}}}";
    }

    private static string Without(JsonObject valid, string name)
    {
        var copy = (JsonObject)valid.DeepClone();
        copy.Remove(name);
        return copy.ToJsonString();
    }

    private static string Doubled(string valid, string name, string value) =>
        $"{valid[..^1]}{(valid == "{}" ? "" : ",")}{HostileJson.Quoted(name)}:{value}}}";
}
