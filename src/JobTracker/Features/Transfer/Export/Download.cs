using System.Globalization;

namespace JobTracker.Features.Transfer.Export;

/// <summary>An export that is ready to be written, piece by piece as it is read. What it needs is given back when it is disposed of.</summary>
public sealed class Download(BeginExport.Begun begun, string extension, string mediaType, Func<Stream, CancellationToken, Task> write)
    : IAsyncDisposable
{
    /// <summary>For example <c>jobtracker-2026-11-21.json</c>.</summary>
    public string Name { get; } = string.Create(CultureInfo.InvariantCulture, $"jobtracker-{begun.Today:yyyy-MM-dd}.{extension}");

    public string MediaType { get; } = mediaType;

    public Task WriteAsync(Stream target, CancellationToken cancel) => write(target, cancel);

    public ValueTask DisposeAsync() => begun.DisposeAsync();
}
