using JobTracker.Data;
using JobTracker.Features.Quotas;
using JobTracker.Features.Shared;
using JobTracker.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using Npgsql;
using NpgsqlTypes;

namespace JobTracker.Features.Files;

/// <summary>Keeps a document of an application, within the quota, after looking at what it really is.</summary>
public sealed class AddFile(
    JobTrackerDb db,
    FileQuota quota,
    IOptionsMonitor<QuotasOptions> options,
    TimeProvider clock,
    IStringLocalizer<Texts> t
)
{
    /// <summary>The name of the form's field, and of the property in mistakes.</summary>
    public const string Field = "File";
    private const int FirstRead = 64 * 1024;

    /// <param name="owner">Whose.</param>
    /// <param name="applicationId">Where it belongs.</param>
    /// <param name="sentName">The name as it was sent.</param>
    /// <param name="content">Read to its end, or to the limit.</param>
    /// <param name="cancel">Stops the work; nothing is kept then.</param>
    public async Task<Outcome<FileRow>> RunAsync(
        UserId owner,
        Guid applicationId,
        string? sentName,
        Stream content,
        CancellationToken cancel
    )
    {
        if (!await db.Applications.OwnedBy(owner).AnyAsync(row => row.Id == applicationId, cancel))
            return new NotFound();
        if (FileName.Of(sentName) is not { } name)
            return new Refused(Field, t["The name of the file has 1 to {0} characters, and no invisible ones.", FileName.Most]);
        if (FileKind.Named(name) is not { } kind)
            return new NotTaken("unsupported_media_type", Field, t["Only PDF, DOCX, ODT, TXT, MD, PNG and JPG files can be kept."]);

        var most = options.CurrentValue.FileBytes;
        var bytes = await ReadAsync(content, most, cancel);
        if (bytes.Count > most)
            return new NotTaken("too_large", Field, t["The file is larger than {0}.", FileSize.Of(most, t)]);
        if (bytes.Count == 0)
            return new Refused(Field, t["The file is empty."]);
        if (!kind.Fits(bytes))
            return new NotTaken("unsupported_media_type", Field, t["What is in the file is not {0}, whatever its name says.", kind.Label]);
        return await StoreAsync(owner, applicationId, name, kind, bytes, cancel);
    }

    private async Task<Outcome<FileRow>> StoreAsync(
        UserId owner,
        Guid applicationId,
        string name,
        FileKind kind,
        ArraySegment<byte> bytes,
        CancellationToken cancel
    )
    {
        var now = clock.Now();
        var file = new StoredFile
        {
            UserId = owner.Value,
            Id = Guid.CreateVersion7(now),
            ApplicationId = applicationId,
            Name = name,
            MediaType = kind.MediaType,
            Size = bytes.Count,
            CreatedAt = now,
        };
        await using var work = await Work.BeginAsync(db, cancel);
        if (await quota.TakeAsync(owner, file.Size, cancel) is { } over)
            return over;
        db.Add(file);
        await db.SaveChangesAsync(cancel);
        // Straight from the buffer that it was read into: an entity would need a second copy of the right length.
        var sent = new NpgsqlParameter { NpgsqlDbType = NpgsqlDbType.Bytea, Value = bytes };
        await db.Database.ExecuteSqlAsync(
            $"insert into file_contents (user_id, id, bytes) values ({owner.Value}, {file.Id}, {sent})",
            cancel
        );
        await work.CommitAsync(cancel);
        return new FileRow(file.Id, file.ApplicationId, file.Name, file.MediaType, file.Size, file.CreatedAt);
    }

    /// <summary>All bytes, or one more than the limit when there are more.</summary>
    private static async Task<ArraySegment<byte>> ReadAsync(Stream content, int most, CancellationToken cancel)
    {
        var buffer = new byte[Math.Min(FirstRead, most + 1)];
        var length = 0;
        while (length <= most)
        {
            if (length == buffer.Length)
                Array.Resize(ref buffer, (int)Math.Min(most + 1L, buffer.Length * 2L));
            var read = await content.ReadAsync(buffer.AsMemory(length), cancel);
            if (read == 0)
                break;
            length += read;
        }
        return new ArraySegment<byte>(buffer, 0, length);
    }
}
