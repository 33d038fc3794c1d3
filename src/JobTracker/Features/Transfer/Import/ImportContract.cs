using JobTracker.Features.Transfer.Import.Checks;
using JobTracker.Web.Documents;

namespace JobTracker.Features.Transfer.Import;

/// <summary>What the OpenAPI document says of <c>/api/import</c>.</summary>
internal static class ImportContract
{
    private static readonly ImportReport Report = new()
    {
        Format = ImportFormat.SaasCsv,
        Rows = 42,
        WouldAdd = 36,
        Duplicates = 4,
        SkippedByQuota = 0,
        Errors = [new ImportError(17, "applied_on", "This date cannot be read.")],
        ErrorCount = 2,
        Added = 36,
        Others = new ImportOthers(0, 0, 0),
    };

    public static readonly Chapter Chapter = new("import", "Taking over what somebody has elsewhere, or had here.")
    {
        Fields =
        [
            FieldNote.On<ImportReport>(report => report.Format, "What the file is, by its content."),
            FieldNote.On<ImportReport>(report => report.Rows, "Applications in the file, those with errors included."),
            FieldNote.On<ImportReport>(report => report.WouldAdd, "How many come in, or would."),
            FieldNote.On<ImportReport>(report => report.Duplicates, "How many are there already, or stand in the file before."),
            FieldNote.On<ImportReport>(report => report.SkippedByQuota, "How many found no place, with `fit_quota`."),
            FieldNote.On<ImportReport>(report => report.Errors, "The first hundred."),
            FieldNote.On<ImportReport>(report => report.Added, "How many came in; 0 for a dry run, and when errors stopped everything."),
            FieldNote.On<ImportReport>(report => report.Others, "What comes in, or would, beside the applications."),
            FieldNote.On<ImportError>(
                error => error.Row,
                "The line of a table, the header being 1; in JSON the place in its list, from 1."
            ),
            FieldNote.On<ImportError>(error => error.Field, "Places in lists count from 1; null when it is about the whole row."),
        ],
    };

    public static readonly Operation Import = new("importFile", "Import a file")
    {
        Description =
            "One part named `file`, up to 64 MiB. What it is, its content says: an export of this site (JSON, its ZIP archive, CSV, Excel), one of the JobTracker SaaS API "
            + "(JSON, CSV, Excel), the session tracker's CSV, or any other table with `mapping` saying which column is what.\n\n"
            + "Everything is written in one transaction or nothing is: a row with an error stops it all unless `skip_errors`, too few places unless `fit_quota`. "
            + "Applications that are there already are left alone, so the same file twice adds nothing. A file that cannot be read to its end is a 400 whose sentence names the row.",
        Takes = Body.File(
            "file",
            KeyValuePair.Create(
                "mapping",
                "JSON, for a table of another kind: `columns` (by our field the heading of its column), `delimiter`, `encoding` "
                    + "(utf8, utf16, utf16_big_endian, windows1252) and `date_order` (day_first, month_first); what is left out is guessed."
            )
        ),
        Answers = Answer.Ok(Report),
        Problems = [Codes.QuotaExceeded],
    };
}
