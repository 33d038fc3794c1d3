using System.IO.Compression;
using JobTracker.Features.Transfer.Import.Mapping;
using JobTracker.Features.Transfer.Import.Tables;
using JobTracker.Kernel;

namespace JobTracker.Features.Transfer.Import.Workbooks;

/// <summary>Finds out by the heading of its first sheet what a workbook is.</summary>
internal static class OpenWorkbook
{
    /// <param name="archive">Is closed with what comes of it.</param>
    /// <param name="terms">What the file does not say itself.</param>
    /// <param name="mapping">What the person said of its columns.</param>
    public static Outcome<ImportSource> Of(ZipArchive archive, ReadingTerms terms, TableMapping? mapping)
    {
        WorkbookFile? workbook = null;
        try
        {
            workbook = new WorkbookFile(archive);
            var table = new SheetRows(workbook, workbook.Sheets[0], terms.T, ownsFile: true);
            if (OpenTable.Objection(table, terms) is { } objection)
                return OpenSource.No(objection);
            var own = NamedColumns.Of(table.Heading, OwnWorkbook.NameOf);
            Outcome<ImportSource> opened = OwnTable.Is(own)
                ? OwnTable.Unknown(own) is { } unknown
                    ? OpenSource.No(terms.T["The file has a part that is not known here: “{0}”.", unknown])
                    : new OwnWorkbook(workbook, terms)
                : OpenTable.OfAny(table, terms, mapping, ImportFormat.SaasExcel);
            if (opened is Done<ImportSource>)
                workbook = null;
            return opened;
        }
        catch (UnpackedTooLargeException)
        {
            return OpenSource.No(terms.T["What is packed in the file is too large."]);
        }
        catch (Exception broken) when (WorkbookFile.IsBroken(broken))
        {
            return OpenSource.No(terms.T["The workbook is damaged, or holds something that no workbook needs."]);
        }
        finally
        {
            workbook?.Dispose();
        }
    }
}
