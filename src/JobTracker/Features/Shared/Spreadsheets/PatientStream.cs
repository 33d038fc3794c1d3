using System.Buffers;

namespace JobTracker.Features.Shared.Spreadsheets;

/// <summary>
/// Between a writer that does not wait (an archive closes its entries so) and a reader who must be waited for: what is written without waiting is
/// held until <see cref="SendAsync"/>.
/// </summary>
internal sealed class PatientStream(Stream target) : Stream
{
    private readonly ArrayBufferWriter<byte> held = new();

    /// <summary>How many bytes wait to be sent.</summary>
    public int Held => held.WrittenCount;

    public override bool CanRead => false;
    public override bool CanSeek => false;
    public override bool CanWrite => true;
    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public async Task SendAsync(CancellationToken cancel)
    {
        if (held.WrittenCount == 0)
            return;
        await target.WriteAsync(held.WrittenMemory, cancel);
        held.ResetWrittenCount();
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Write(ReadOnlySpan<byte> buffer) => held.Write(buffer);

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        await SendAsync(cancellationToken);
        await target.WriteAsync(buffer, cancellationToken);
    }

    /// <summary>Nothing: see <see cref="SendAsync"/>.</summary>
    public override void Flush() { }

    public override async Task FlushAsync(CancellationToken cancellationToken)
    {
        await SendAsync(cancellationToken);
        await target.FlushAsync(cancellationToken);
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
