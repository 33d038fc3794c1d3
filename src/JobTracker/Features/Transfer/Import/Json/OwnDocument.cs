using System.Text.Json;
using System.Text.RegularExpressions;
using JobTracker.Features.Transfer.Document;
using JobTracker.Web.Problems;

namespace JobTracker.Features.Transfer.Import.Json;

/// <summary>The site's own document (see <see cref="Document.DocumentFormat"/>), in whatever order its parts stand.</summary>
internal sealed partial class OwnDocument(Stream file, JsonOutline outline, ReadingTerms terms) : ImportSource
{
    private const string Profile = "profile";
    private const string Writing = "writing";
    private const string Applications = "applications";
    private const string Sessions = "search_sessions";
    private static readonly string[] Known = ["format", "format_version", "exported_at", Profile, Writing, Applications, Sessions];

    public override ImportFormat Format => ImportFormat.Json;
    public override bool HasIds => true;

    /// <summary>Why it cannot be read; null when it can.</summary>
    public static string? Objection(JsonOutline outline, int version, ReadingTerms terms)
    {
        var t = terms.T;
        if (version > Document.DocumentFormat.Version)
            return t[
                "This file was written by a newer version of the site, in format {0}; this one reads up to {1}.",
                version,
                Document.DocumentFormat.Version
            ];
        if (version < 1)
            return t["The file does not say which version of the format it has."];
        if (outline.Doubled is { } doubled)
            return t["“{0}” stands in the file twice.", doubled];
        if (outline.Names.FirstOrDefault(name => !Known.Contains(name, StringComparer.Ordinal)) is { } unknown)
            return t["The file has a part that is not known here: “{0}”.", unknown];
        return ((string[])[Writing, Applications, Sessions]).FirstOrDefault(list => !outline.HasList(list)) is { } missing
            ? t["The list “{0}” is missing in the file.", missing].Value
            : null;
    }

    public override IEnumerable<Incoming> Read()
    {
        if (outline.Find(Profile) is { Token: JsonTokenType.StartObject } profile)
            yield return ReadProfile(profile);
        foreach (var (row, json) in Elements(Writing))
            yield return Read<KeptNote>(Writing, row, json, kept => new IncomingNote(row, kept) { Size = json.Length });
        foreach (var (row, json) in Elements(Applications))
            yield return Read<KeptApplication>(Applications, row, json, kept => new IncomingApplication(row, kept) { Size = json.Length });
        foreach (var (row, json) in Elements(Sessions))
            yield return Read<KeptSession>(Sessions, row, json, kept => new IncomingSession(row, kept) { Size = json.Length });
    }

    private IEnumerable<(int Row, ReadOnlyMemory<byte> Json)> Elements(string list) => JsonOutline.ElementsOf(file, outline.Find(list)!);

    private Incoming ReadProfile(JsonOutline.Part part)
    {
        file.Position = part.At;
        using var walk = new JsonWalk(file);
        return Read<KeptProfile>(Profile, 0, walk.NextElement()!.Value, kept => new IncomingProfile(kept));
    }

    private Incoming Read<T>(string list, int row, ReadOnlyMemory<byte> json, Func<T, Incoming> done)
    {
        try
        {
            if (JsonSerializer.Deserialize<T>(json.Span, Document.DocumentFormat.Json) is { } kept)
                return done(kept);
            return Unreadable(list, row, field: null, terms.T["Something is missing here."]);
        }
        catch (JsonException mistake)
        {
            if (Missing().Match(mistake.Message) is { Success: true } missing)
                return Unreadable(list, row, missing.Groups["name"].Value, terms.T["This field is missing."]);
            var (field, messages) = JsonMistakes.Of(mistake, terms.T).First();
            return Unreadable(list, row, field == "body" ? null : field, messages[0]);
        }
    }

    // "… was missing required properties including: 'company', 'position'.": a test notices when the sentence changes.
    [GeneratedRegex(
        "missing required properties including: '(?<name>[a-z_]{1,100})'",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 100
    )]
    private static partial Regex Missing();

    private static UnreadableRow Unreadable(string list, int row, string? field, string message) =>
        list == Applications
            ? new UnreadableRow(row, field, message)
            : new UnreadableRow(row, field is null ? list : $"{list}.{field}", message) { IsApplication = false };
}
