using System.IO.Compression;
using JobTracker.Features.Transfer.Import.Mapping;
using JobTracker.Features.Transfer.Import.Workbooks;
using JobTracker.Kernel;

namespace JobTracker.Features.Transfer.Import.Archives;

/// <summary>Finds out what an archive is by the names of its entries.</summary>
internal static class OpenArchive
{
    public static Outcome<ImportSource> Of(Stream file, ReadingTerms terms, TableMapping? mapping)
    {
        var t = terms.T;
        ZipArchive? archive = null;
        try
        {
            archive = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
            if (archive.Entries.Count > BoundedEntry.MostEntries)
                return OpenSource.No(t["The archive has more than {0} entries.", BoundedEntry.MostEntries]);
            if (archive.GetEntry(Document.DocumentFormat.Entry) is { } document)
                return Own(Taken(ref archive), document, terms);
            if (WorkbookFile.Is(archive))
                return OpenWorkbook.Of(Taken(ref archive), terms, mapping);
            return OpenSource.No(t["This archive is no export of this site: it has no {0}.", Document.DocumentFormat.Entry]);
        }
        catch (Exception broken) when (BoundedEntry.IsBroken(broken))
        {
            return OpenSource.No(t["The archive is damaged or not whole."]);
        }
        finally
        {
            archive?.Dispose();
        }
    }

    private static Outcome<ImportSource> Own(ZipArchive archive, ZipArchiveEntry entry, ReadingTerms terms)
    {
        FileStream? unpacked = null;
        try
        {
            unpacked = BoundedEntry.ToFile(entry, OwnArchive.MostDocument);
            if (unpacked is null)
                return OpenSource.No(terms.T["What is packed in the file is too large."]);
            var opened = OpenSource.OfJson(unpacked, terms);
            if (opened is Done<ImportSource> { Value: { Format: ImportFormat.Json } document })
                return new OwnArchive(Taken(ref archive!), Taken(ref unpacked), document);
            return opened is Failed<ImportSource> refused
                ? refused
                : OpenSource.No(terms.T["This JSON is in no format that is known here."]);
        }
        finally
        {
            unpacked?.Dispose();
            archive?.Dispose();
        }
    }

    /// <summary>From here on somebody else closes it.</summary>
    private static T Taken<T>(ref T? mine)
        where T : class
    {
        var taken = mine!;
        mine = null;
        return taken;
    }
}
