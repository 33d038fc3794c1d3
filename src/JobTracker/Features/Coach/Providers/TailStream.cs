namespace JobTracker.Features.Coach.Providers;

/// <summary>Reads on from another stream and remembers the last bytes: a parser of events silently leaves out what is no event.</summary>
internal sealed class TailStream(Stream inner) : Stream
{
    private const int Most = 16 * 1024;
    private readonly byte[] tail = new byte[Most];
    private int length;

    /// <summary>What came last.</summary>
    public ReadOnlyMemory<byte> Tail => tail.AsMemory(0, length);

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var read = await inner.ReadAsync(buffer, cancellationToken);
        Keep(buffer.Span[..read]);
        return read;
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        var read = inner.Read(buffer, offset, count);
        Keep(buffer.AsSpan(offset, read));
        return read;
    }

    private void Keep(ReadOnlySpan<byte> came)
    {
        if (came.Length > Most)
            came = came[^Most..];
        var old = Math.Min(length, Most - came.Length);
        tail.AsSpan(length - old, old).CopyTo(tail);
        came.CopyTo(tail.AsSpan(old));
        length = old + came.Length;
    }

    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override void Flush() { }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
