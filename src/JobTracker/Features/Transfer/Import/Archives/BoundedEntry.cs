using System.IO.Compression;

namespace JobTracker.Features.Transfer.Import.Archives;

/// <summary>Reads entries of a stranger's archive. What an entry says of its size is not believed: it is read until it ends or becomes too long.</summary>
internal static class BoundedEntry
{
    /// <summary>More entries than any export has, and few enough to be listed.</summary>
    public const int MostEntries = 20_000;

    /// <summary>Two hundred times its packed size is no text that anybody wrote.</summary>
    private const int MostRatio = 200;
    private const int Buffered = 80 * 1024;

    /// <summary>Copies it to a temporary file; null when it is longer than that or packed suspiciously well.</summary>
    public static FileStream? ToFile(ZipArchiveEntry entry, long most)
    {
        var file = TemporaryFile.Create();
        try
        {
            using var content = entry.Open();
            var buffer = new byte[Buffered];
            for (int read; (read = content.Read(buffer)) > 0; )
            {
                file.Write(buffer.AsSpan(0, read));
                if (file.Length <= most && !IsBomb(entry, file.Length))
                    continue;
                file.Dispose();
                return null;
            }
            file.Position = 0;
            return file;
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>At most so many bytes, and one more when there are more.</summary>
    public static byte[] ToBytes(ZipArchiveEntry entry, int most)
    {
        using var content = entry.Open();
        var known = new MemoryStream();
        var buffer = new byte[Buffered];
        for (
            int read;
            known.Length <= most && (read = content.Read(buffer, 0, (int)Math.Min(buffer.Length, most + 1 - known.Length))) > 0;

        )
            known.Write(buffer, 0, read);
        return known.ToArray();
    }

    /// <summary>True when so many bytes cannot have come out of it honestly.</summary>
    public static bool IsBomb(ZipArchiveEntry entry, long unpacked) =>
        unpacked > 1024 * 1024 && unpacked / Math.Max(1, entry.CompressedLength) > MostRatio;

    /// <summary>True for what the reader throws at an archive that is none, or is damaged.</summary>
    public static bool IsBroken(Exception exception) =>
        exception is InvalidDataException or ArgumentException or NotSupportedException or EndOfStreamException
        || (exception is IOException && exception is not BadHttpRequestException);
}
