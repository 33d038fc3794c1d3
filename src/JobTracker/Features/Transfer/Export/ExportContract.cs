using JobTracker.Features.Shared.Spreadsheets;
using JobTracker.Web.Documents;

namespace JobTracker.Features.Transfer.Export;

/// <summary>What the OpenAPI document says of <c>/api/export</c>.</summary>
internal static class ExportContract
{
    public static readonly Chapter Chapter = new(
        "export",
        "Everything that somebody has here, to keep or to take elsewhere. Each file holds one moment and is written while it is read; what is deleted "
            + "is left out. A few run at once, the next ones are told to wait."
    );

    public static readonly Operation Json = new("exportJson", "Read everything as JSON")
    {
        Description =
            "A document with `format`, `format_version`, `exported_at`, `profile`, `writing`, `applications` and `search_sessions`. An account with "
            + "files gets an archive of the document, `jobtracker.json`, and the files. Importing it gives all of it back.",
        Answers = Answer.Bytes(["application/json", "application/zip"]),
    };

    public static readonly Operation Csv = new("exportCsv", "Read all applications as a table in text")
    {
        Description =
            "UTF-8 with a mark, commas, CRLF. A row for each application with its stored fields and its history: `2026-02-01 draft; 2026-02-03 applied "
            + "\"a note\"`. Text that begins with `=`, `+`, `-`, `@`, `'`, a tab or a carriage return has a `'` in front, which importing it takes away.",
        Answers = Answer.Bytes(["text/csv"]),
    };

    public static readonly Operation Excel = new("exportExcel", "Read all tables as a workbook")
    {
        Description =
            "Excel's format, with the sheets Applications, History, Deliverables, Interviews, Writing and Search sessions. Dates, numbers and truth "
            + "values are typed, instants are in UTC; a text that is longer than a cell goes on in the next column.",
        Answers = Answer.Bytes([WorkbookWriter.MediaType]),
    };
}
