using System.Buffers;
using System.IO.Compression;
using JobTracker.Data;
using JobTracker.Features.Files;
using JobTracker.Features.Transfer.Document;
using JobTracker.Kernel;
using Microsoft.EntityFrameworkCore;

namespace JobTracker.Features.Transfer.Export;

/// <summary>Puts the bytes of somebody's files into an archive, from the database as they are asked for.</summary>
public sealed class PackFiles(JobTrackerDb db, OpenFile open)
{
    /// <summary>Archives know no earlier one.</summary>
    private const int FirstYear = 1980;

    // What some system's file names cannot have, or would read as a way to somewhere else.
    private static readonly SearchValues<char> Unsafe = SearchValues.Create("<>:\"/\\|?*");

    /// <summary>Inside the archive: a folder for each file, so that names may repeat.</summary>
    public static string PathOf(Guid id, string name)
    {
        var safe = string.Concat(name.Select(letter => Unsafe.Contains(letter) || char.IsControl(letter) ? '_' : letter)).TrimEnd('.', ' ');
        return $"files/{id}/{(safe.Length == 0 ? "_" : safe)}";
    }

    public Task<bool> AnyAsync(UserId owner, CancellationToken cancel) => db.Files.OwnedBy(owner).AnyAsync(cancel);

    public async Task RunAsync(UserId owner, ZipArchive archive, CancellationToken cancel)
    {
        var files = await db
            .Files.OwnedBy(owner)
            .OrderBy(row => row.CreatedAt)
            .ThenBy(row => row.Id)
            .Select(row => new
            {
                row.Id,
                row.Name,
                row.MediaType,
                row.CreatedAt,
            })
            .ToListAsync(cancel);
        foreach (var file in files)
        {
            // Within one moment, what was listed is there.
            var content = ((Done<OpenFile.Opened>)await open.RunAsync(owner, file.Id, cancel)).Value;
            await using (content)
            {
                var entry = archive.CreateEntry(PathOf(file.Id, file.Name), LevelOf(file.MediaType));
                if (file.CreatedAt.Year >= FirstYear)
                    entry.LastWriteTime = file.CreatedAt;
                await using var target = await entry.OpenAsync(cancel);
                await content.Content.CopyToAsync(target, cancel);
            }
        }
    }

    /// <summary>Most kinds are compressed in themselves.</summary>
    private static CompressionLevel LevelOf(string mediaType) =>
        mediaType.StartsWith("text/", StringComparison.Ordinal) ? CompressionLevel.Fastest : CompressionLevel.NoCompression;
}
