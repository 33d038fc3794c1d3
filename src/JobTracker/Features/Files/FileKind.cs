using System.Buffers;
using System.IO.Compression;
using System.Text;
using System.Text.Unicode;

namespace JobTracker.Features.Files;

/// <summary>A kind of document that is kept. What a file is, its content says; its name must agree.</summary>
/// <param name="MediaType">As it is sent back.</param>
/// <param name="Label">For people; the same in every language.</param>
/// <param name="Extensions">In lower case, with the dot.</param>
public sealed record FileKind(string MediaType, string Label, params string[] Extensions)
{
    private const int MostEntries = 5_000;
    private const string OdtMediaType = "application/vnd.oasis.opendocument.text";

    private static readonly FileKind Pdf = new("application/pdf", "PDF", ".pdf");
    private static readonly FileKind Docx = new("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "DOCX", ".docx");
    private static readonly FileKind Odt = new(OdtMediaType, "ODT", ".odt");
    private static readonly FileKind Text = new("text/plain", "TXT", ".txt");
    private static readonly FileKind Markdown = new("text/markdown", "MD", ".md");
    private static readonly FileKind Png = new("image/png", "PNG", ".png");
    private static readonly FileKind Jpeg = new("image/jpeg", "JPG", ".jpg", ".jpeg");

    public static readonly IReadOnlyList<FileKind> All = [Pdf, Docx, Odt, Text, Markdown, Png, Jpeg];

    private static readonly SearchValues<byte> Nul = SearchValues.Create([(byte)0]);

    /// <summary>By the end of a file's name; null for any other.</summary>
    public static FileKind? Named(string name) =>
        All.FirstOrDefault(kind => kind.Extensions.Contains(Path.GetExtension(name), StringComparer.OrdinalIgnoreCase));

    /// <summary>By the media type that a stored file has.</summary>
    public static FileKind Of(string mediaType) => All.First(kind => kind.MediaType == mediaType);

    /// <summary>True when these bytes are of this kind.</summary>
    public bool Fits(ArraySegment<byte> bytes) => (this == Markdown ? Text : this) == Seen(bytes);

    private static FileKind? Seen(ArraySegment<byte> bytes) =>
        bytes.AsSpan() switch
        {
            [(byte)'%', (byte)'P', (byte)'D', (byte)'F', (byte)'-', ..] => Pdf,
            [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, ..] => Png,
            [0xFF, 0xD8, 0xFF, ..] => Jpeg,
            [(byte)'P', (byte)'K', 3, 4, ..] => InArchive(bytes),
            var text => Utf8.IsValid(text) && !text.ContainsAny(Nul) ? Text : null,
        };

    /// <summary>Looks at the list of an archive's entries and unpacks nothing but the one that may name the kind.</summary>
    private static FileKind? InArchive(ArraySegment<byte> bytes)
    {
        try
        {
            using var archive = new ZipArchive(new MemoryStream(bytes.Array!, bytes.Offset, bytes.Count), ZipArchiveMode.Read);
            if (archive.Entries.Count > MostEntries)
                return null;
            var names = archive.Entries.Select(entry => entry.FullName).ToHashSet(StringComparer.Ordinal);
            // A document that brings programs along calls itself otherwise.
            if (names.Contains("[Content_Types].xml") && names.Contains("word/document.xml"))
                return names.Contains("word/vbaProject.bin") ? null : Docx;
            return names.Contains("content.xml") && archive.GetEntry("mimetype") is { } said && Reads(said, OdtMediaType) ? Odt : null;
        }
        catch (Exception broken) when (broken is InvalidDataException or IOException or ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    private static bool Reads(ZipArchiveEntry entry, string expected)
    {
        Span<byte> start = stackalloc byte[expected.Length + 1];
        using var content = entry.Open();
        var read = content.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        return Encoding.ASCII.GetString(start[..read]) == expected;
    }
}
