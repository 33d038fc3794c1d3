using JobTracker.Features.Shared;
using JobTracker.Kernel;
using Microsoft.Extensions.Localization;

namespace JobTracker.Features.Transfer.Import;

/// <summary>A file on its way in, on the disk and not in memory; it goes when it is closed, and when the process is killed.</summary>
public static class TemporaryFile
{
    /// <summary>The largest file that is taken, in bytes.</summary>
    public const int Most = 64 * 1024 * 1024;
    private const int Buffered = 80 * 1024;

    public static FileStream Create()
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Share = FileShare.None,
            BufferSize = Buffered,
            Options = (OperatingSystem.IsWindows() ? FileOptions.DeleteOnClose : FileOptions.None) | FileOptions.Asynchronous,
        };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        var path = Path.Combine(Path.GetTempPath(), $"jobtracker-import-{Path.GetRandomFileName()}");
        var file = new FileStream(path, options);
        // Where a file can go while it is open it goes at once: a process that is killed closes nothing.
        if (!OperatingSystem.IsWindows())
            File.Delete(path);
        return file;
    }

    /// <summary>All that comes, at its beginning; what is too large or empty is refused.</summary>
    public static async Task<Outcome<FileStream>> OfAsync(Stream content, IStringLocalizer t, CancellationToken cancel)
    {
        var file = Create();
        try
        {
            var buffer = new byte[Buffered];
            for (int read; (read = await content.ReadAsync(buffer, cancel)) > 0; )
            {
                if (file.Length + read > Most)
                    return await RefuseAsync(
                        file,
                        new NotTaken("too_large", ImportFile.Field, t["The file is larger than {0}.", FileSize.Of(Most, t)])
                    );
                await file.WriteAsync(buffer.AsMemory(0, read), cancel);
            }
            await file.FlushAsync(cancel);
            if (file.Length == 0)
                return await RefuseAsync(file, new Refused(ImportFile.Field, t["The file is empty."]));
            file.Position = 0;
            return file;
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
    }

    private static async Task<Failure> RefuseAsync(FileStream file, Failure why)
    {
        await file.DisposeAsync();
        return why;
    }
}
