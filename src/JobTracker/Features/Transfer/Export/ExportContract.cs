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
}
