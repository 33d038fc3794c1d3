using System.Buffers.Binary;
using System.Text.Json;
using JobTracker.Features.Transfer.Import.Archives;
using JobTracker.Features.Transfer.Import.Json;
using JobTracker.Features.Transfer.Import.Mapping;
using JobTracker.Features.Transfer.Import.Tables;
using JobTracker.Kernel;

namespace JobTracker.Features.Transfer.Import;

/// <summary>Finds out what a file is, by what is in it.</summary>
internal static class OpenSource
{
    private const uint Zip = 0x504B0304;
    private const uint EmptyZip = 0x504B0506;
    private const uint OldOffice = 0xD0CF11E0;
    private const uint Pdf = 0x25504446;
    private static readonly byte[] Utf8Mark = [0xEF, 0xBB, 0xBF];

    /// <param name="file">Can be sought in; stays open.</param>
    /// <param name="terms">What the file does not say itself.</param>
    /// <param name="mapping">What the person said of the columns of a table that is not known here.</param>
    public static Outcome<ImportSource> Of(Stream file, ReadingTerms terms, TableMapping? mapping)
    {
        Span<byte> start = stackalloc byte[4];
        file.Position = 0;
        var length = file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        var mark = length == start.Length ? BinaryPrimitives.ReadUInt32BigEndian(start) : 0;
        return mark switch
        {
            Zip => OpenArchive.Of(file, terms, mapping),
            Pdf or EmptyZip => No(terms.T["This is no file that can be imported: JSON, ZIP, CSV and Excel (.xlsx) can be."]),
            OldOffice => No(
                terms.T["This is a workbook of an old kind (.xls), or one with a password. Save it as .xlsx without a password, or as CSV."]
            ),
            _ when BeginsJson(file, out var at) => OfJson(file, at, terms),
            _ when IsText(file) => OpenTable.Of(file, terms, mapping),
            _ => No(terms.T["This is no file that can be imported: JSON, ZIP, CSV and Excel (.xlsx) can be."]),
        };
    }

    /// <summary>A document that came out of an archive: nothing else can be in there.</summary>
    internal static Outcome<ImportSource> OfJson(Stream file, ReadingTerms terms) =>
        BeginsJson(file, out var at) ? OfJson(file, at, terms) : No(terms.T["This JSON is in no format that is known here."]);

    private static Outcome<ImportSource> OfJson(Stream file, long at, ReadingTerms terms)
    {
        JsonOutline? outline;
        try
        {
            outline = JsonOutline.Of(file, at);
        }
        catch (JsonException broken)
        {
            return No(terms.T["The JSON of the file breaks off or is not well-formed, at line {0}.", (broken.LineNumber ?? 0) + 1]);
        }
        if (outline?.Find("format")?.Text == Document.DocumentFormat.Name)
        {
            return OwnDocument.Objection(outline, VersionIn(file, outline), terms) is { } objection
                ? No(objection)
                : new OwnDocument(file, outline, terms);
        }
        if (outline?.HasList("applications") == true && outline.Find("format") is null)
            return new SaasDocument(file, outline, terms);
        return No(terms.T["This JSON is in no format that is known here."]);
    }

    private static int VersionIn(Stream file, JsonOutline outline)
    {
        if (outline.Find("format_version") is not { Token: JsonTokenType.Number } part)
            return 0;
        file.Position = part.At;
        using var walk = new JsonWalk(file);
        return JsonSerializer.Deserialize<double>(walk.NextElement()!.Value.Span) is >= 1 and <= int.MaxValue and var version
            ? (int)version
            : 0;
    }

    /// <summary>True when the first character that is no space opens an object or a list.</summary>
    private static bool BeginsJson(Stream file, out long at)
    {
        file.Position = 0;
        Span<byte> start = stackalloc byte[1024];
        var length = file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        var text = start[..length];
        at = text.StartsWith(Utf8Mark) ? Utf8Mark.Length : 0;
        return text[(int)at..].TrimStart(" \t\r\n"u8) is [(byte)'{' or (byte)'[', ..];
    }

    /// <summary>False when much of its beginning is of the kind that no text has; a single zero byte is for its row to be named.</summary>
    private static bool IsText(Stream file)
    {
        file.Position = 0;
        Span<byte> start = stackalloc byte[1024];
        var text = start[..file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false)];
        if (text is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
            return true;
        var odd = 0;
        foreach (var one in text)
            odd += one < ' ' && one is not ((byte)'\t' or (byte)'\n' or (byte)'\r') ? 1 : 0;
        return odd * 50 <= text.Length;
    }

    internal static Failure No(string sentence) => new Refused(ImportFile.Field, sentence);
}
