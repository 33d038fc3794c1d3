namespace JobTracker.Features.Transfer.Import;

/// <summary>A file whose format is known. It is read from its beginning as often as that is asked for, and never held as a whole.</summary>
public abstract class ImportSource : IDisposable
{
    public abstract ImportFormat Format { get; }

    /// <summary>True where each row brings its id.</summary>
    public virtual bool HasIds => false;

    /// <summary>What it holds, the same each time: notes of the bank first, then applications, then search sessions.</summary>
    public abstract IEnumerable<Incoming> Read();

    /// <summary>How many bytes a document has that belongs to an application; null when the file does not carry it.</summary>
    public virtual long? SizeOf(string path) => null;

    /// <summary>The bytes of such a document, at most so many and one more.</summary>
    public virtual byte[] BytesOf(string path, int most) => throw new InvalidOperationException("This format carries no documents.");

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing) { }
}
