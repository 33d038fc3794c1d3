using JobTracker.Data;
using JobTracker.Features.Shared;
using JobTracker.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace JobTracker.Features.Transfer.Import.Uploads;

/// <summary>Keeps a file for the preview. It takes the place of the one before.</summary>
public sealed class KeepUpload(JobTrackerDb db, TimeProvider clock, IStringLocalizer<Texts> t)
{
    private const int MostName = 200;

    /// <param name="owner">Whose.</param>
    /// <param name="name">As it was sent.</param>
    /// <param name="size">In bytes, as counted by the receiver.</param>
    /// <param name="content">Read to its end.</param>
    /// <param name="cancel">Stops the work; nothing is kept then.</param>
    public async Task<Outcome<Guid>> RunAsync(UserId owner, string? name, long size, Stream content, CancellationToken cancel)
    {
        if (size == 0)
            return new Refused(ImportFile.Field, t["The file is empty."]);
        if (size > TemporaryFile.Most)
            return new NotTaken("too_large", ImportFile.Field, t["The file is larger than {0}.", FileSize.Of(TemporaryFile.Most, t)]);
        var now = clock.Now();
        await using var work = await Work.BeginAsync(db, cancel);
        // Two at once take turns: the second finds the first one's.
        if (
            (
                await db
                    .Accounts.FromSql($"select * from user_accounts where user_id = {owner.Value} for update")
                    .OwnedBy(owner)
                    .AsNoTracking()
                    .ToListAsync(cancel)
            ).Count == 0
        )
            return new AccountGone();
        if (await db.Imports.OwnedBy(owner).AnyAsync(row => row.State == UploadState.Running && row.LeaseUntil > now, cancel))
            return new Conflict("conflict", t["Another file is being imported just now. Wait until that is done."]);
        await db.Imports.OwnedBy(owner).ExecuteDeleteAsync(cancel);
        var upload = new Upload
        {
            UserId = owner.Value,
            Id = Guid.CreateVersion7(now),
            Name = NameOf(name),
            Size = size,
            State = UploadState.Waiting,
            CreatedAt = now,
            ExpiresAt = now + Upload.Lifetime,
        };
        db.Add(upload);
        await db.SaveChangesAsync(cancel);
        var buffer = new byte[UploadPiece.Most];
        for (
            var number = 1;
            await content.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancel) is > 0 and var read;
            number++
        )
        {
            var piece = read == buffer.Length ? buffer : buffer[..read];
            await db.Database.ExecuteSqlAsync(
                $"insert into import_pieces (user_id, import_id, number, bytes) values ({owner.Value}, {upload.Id}, {number}, {piece})",
                cancel
            );
        }
        await work.CommitAsync(cancel);
        return upload.Id;
    }

    /// <summary>Only to be recognised by: what cannot be shown is left out.</summary>
    private static string NameOf(string? sent)
    {
        var name = string.Concat((sent ?? "").Split('/', '\\')[^1].Where(letter => !char.IsControl(letter) && !char.IsSurrogate(letter)))
            .Trim();
        return name.Length == 0 ? "—" : name[..Math.Min(MostName, name.Length)];
    }
}
