using JobTracker.Data;
using JobTracker.Kernel;
using Microsoft.EntityFrameworkCore;

namespace JobTracker.Features.Transfer.Import.Uploads;

/// <summary>Brings a kept file onto the disk, where it can be read as often as needed.</summary>
public sealed class OpenUpload(JobTrackerDb db)
{
    /// <summary>Null when it is not there any more.</summary>
    public async Task<FileStream?> RunAsync(UserId owner, Guid id, CancellationToken cancel)
    {
        var file = TemporaryFile.Create();
        try
        {
            for (var number = 1; await PieceAsync(owner, id, number, cancel) is { } piece; number++)
                await file.WriteAsync(piece, cancel);
            await file.FlushAsync(cancel);
            if (file.Length > 0)
                return file;
            await file.DisposeAsync();
            return null;
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
    }

    private Task<byte[]?> PieceAsync(UserId owner, Guid id, int number, CancellationToken cancel) =>
        db
            .ImportPieces.OwnedBy(owner)
            .Where(piece => piece.ImportId == id && piece.Number == number)
            .Select(piece => piece.Bytes)
            .SingleOrDefaultAsync(cancel);
}
