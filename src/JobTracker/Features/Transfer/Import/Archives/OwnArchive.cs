using System.IO.Compression;
using JobTracker.Features.Transfer.Import.Json;

namespace JobTracker.Features.Transfer.Import.Archives;

/// <summary>The site's own document with the files beside it. Nothing is unpacked to a path that the archive names.</summary>
internal sealed class OwnArchive(ZipArchive archive, FileStream unpacked, ImportSource document) : ImportSource
{
    /// <summary>Of the document inside, in bytes.</summary>
    public const long MostDocument = 256L * 1024 * 1024;

    private readonly ILookup<string, ZipArchiveEntry> entries = archive.Entries.ToLookup(entry => entry.FullName, StringComparer.Ordinal);

    public override ImportFormat Format => ImportFormat.Zip;
    public override bool HasIds => true;

    public override IEnumerable<Incoming> Read() => document.Read();

    public override long? SizeOf(string path) => Find(path)?.Length;

    public override byte[] BytesOf(string path, int most) => Find(path) is { } entry ? BoundedEntry.ToBytes(entry, most) : [];

    private ZipArchiveEntry? Find(string path) => entries[path].FirstOrDefault();

    protected override void Dispose(bool disposing)
    {
        document.Dispose();
        unpacked.Dispose();
        archive.Dispose();
        base.Dispose(disposing);
    }
}
