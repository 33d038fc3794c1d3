using JobTracker.Features.Files;
using JobTracker.Features.Quotas;
using JobTracker.Features.Shared;
using JobTracker.Features.Transfer.Document;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace JobTracker.Features.Transfer.Import.Checks;

/// <summary>A document of an application as it stands in an archive: it must be there, of its size, and be what its name says, as when it is uploaded.</summary>
public sealed class CheckFiles(IOptionsMonitor<QuotasOptions> options, IStringLocalizer<Texts> t)
{
    /// <summary>The most bytes that one may have.</summary>
    public int Most => options.CurrentValue.FileBytes;

    public void Check(RowErrors errors, KeptFile row, string path, ImportSource source)
    {
        if (FileName.Of(row.Name) != row.Name || FileKind.Named(row.Name) is not { } kind || kind.MediaType != row.MediaType)
            errors.Add(path + "name", t["Only PDF, DOCX, ODT, TXT, MD, PNG and JPG files can be kept."]);
        else if (source.SizeOf(row.Path) is not { } size)
            errors.Add(path + "path", t["The file does not carry this document. Import the archive that the export gave, whole."]);
        else if (size > Most)
            errors.Add(path + "size", t["The file is larger than {0}.", FileSize.Of(Most, t)]);
        else if (source.BytesOf(row.Path, Most) is var bytes && (bytes.Length == 0 || bytes.Length != row.Size))
            errors.Add(path + "size", t["The document is not as long as the file says."]);
        else if (!kind.Fits(new ArraySegment<byte>(bytes)))
            errors.Add(path + "name", t["What is in the file is not {0}, whatever its name says.", kind.Label]);
    }
}
