using JobTracker.Kernel;
using JobTracker.Web.Documents;

namespace JobTracker.Features.Files;

/// <summary>What the OpenAPI document says of files.</summary>
internal static class FilesContract
{
    private static readonly FileRow Row = new(
        new Guid("019e2c3d-4e5f-7061-8a7b-8c9d0e1f2a3b"),
        new Guid("019e0b6f-1c2d-7e3f-8a4b-5c6d7e8f9a0b"),
        "Résumé, Camille Rousseau.pdf",
        "application/pdf",
        184_320,
        new DateTimeOffset(2026, 4, 2, 17, 12, 40, TimeSpan.Zero)
    );

    public static readonly Chapter Chapter = new("files", "Documents of an application: the résumé that was sent, the letter, the posting.")
    {
        Fields =
        [
            FieldNote.On<FileRow>(row => row.MediaType, "What the content is, whatever the sender called it.") with
            {
                Values = [.. FileKind.All.Select(kind => kind.MediaType)],
            },
            FieldNote.On<FileRow>(row => row.Size, "In bytes."),
        ],
    };

    public static readonly Operation List = new("listFiles", "List the files of an application")
    {
        Description = "In the order they came.",
        Query = typeof(ListFiles.Input),
        Answers = Answer.Ok(new Page<FileRow>([Row], "eyJTb3J0Ijoi", 2)),
    };

    public static readonly Operation Add = new("addFile", "Add a file to an application")
    {
        Description =
            "One part named `file`, with its file name. PDF, DOCX, ODT, TXT and MD (UTF-8), PNG and JPG are taken; the content must be what the "
            + "name's ending says. An `Idempotency-Key` is not read here: two uploads of one file differ in their boundary.",
        Takes = Body.File("file"),
        Answers = Answer.Created(Row),
        Problems = [Codes.QuotaExceeded],
    };

    public static readonly Operation Read = new("readFile", "Read the bytes of a file")
    {
        Description = "As an attachment under its own name.",
        Answers = Answer.Bytes([.. FileKind.All.Select(kind => kind.MediaType)]),
    };

    public static readonly Operation Delete = new("deleteFile", "Delete a file")
    {
        Description = "At once and for good; its room is free again.",
    };
}
