namespace JobTracker.Features.Transfer.Import.Workbooks;

/// <summary>What is packed in a file turned out to be larger than any honest file's.</summary>
public sealed class UnpackedTooLargeException : IOException;

/// <summary>An entry of a stranger's archive while it is unpacked: it ends with an exception when it becomes too long, or was packed too well to be true.</summary>
/// <param name="inner">Unpacks.</param>
/// <param name="packed">Its length in the archive.</param>
internal sealed class BoundedStream(Stream inner, long packed) : Stream
{
    private const long Most = 400L * 1024 * 1024;
    private const long Unsuspicious = 8L * 1024 * 1024;
    private const int MostRatio = 200;
    private const long MostBetweenMarks = 4L * 1024 * 1024;
    private long total;
    private long sinceMark;

    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => total;
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        var read = inner.Read(buffer);
        total += read;
        // One text of such a length would be held as a whole before anybody could say that it is too long.
        var mark = buffer[..read].LastIndexOf((byte)'<');
        sinceMark = mark < 0 ? sinceMark + read : read - mark;
        return total > Most || sinceMark > MostBetweenMarks || (total > Unsuspicious && total / Math.Max(1, packed) > MostRatio)
            ? throw new UnpackedTooLargeException()
            : read;
    }

    public override void Flush() { }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            inner.Dispose();
        base.Dispose(disposing);
    }
}
