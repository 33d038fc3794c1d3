using System.Buffers;
using System.Text.Json;

namespace JobTracker.Features.Transfer.Import.Json;

/// <summary>Goes through JSON of any length with a buffer that is only as large as the largest value that is asked for whole.</summary>
internal sealed class JsonWalk : IDisposable
{
    /// <summary>Deeper than anything that is read here; what a stranger nests deeper is refused.</summary>
    private const int MostDepth = 32;
    private const int FirstBuffer = 64 * 1024;

    /// <summary>No application with everything under it that the site lets anybody enter by hand comes near it.</summary>
    private const int MostBuffer = 32 * 1024 * 1024;

    private readonly Stream file;
    private byte[] buffer = ArrayPool<byte>.Shared.Rent(FirstBuffer);
    private int start;
    private int end;
    private long before;
    private bool isAtEnd;
    private JsonReaderState state = new(new JsonReaderOptions { MaxDepth = MostDepth });

    /// <param name="file">Stands at the first byte of a value.</param>
    public JsonWalk(Stream file)
    {
        this.file = file;
        before = file.Position;
    }

    public JsonTokenType Token { get; private set; }

    /// <summary>How many objects and arrays are open around it.</summary>
    public int Depth { get; private set; }

    /// <summary>The text of a name or string that was just met, if it is a short one; null otherwise.</summary>
    public string? Text { get; private set; }

    /// <summary>Where in the file the token begins.</summary>
    public long At { get; private set; }

    /// <summary>On to the next token; false at the end. Throws <see cref="JsonException"/> where it is no JSON.</summary>
    public bool Next()
    {
        while (true)
        {
            var reader = Reader();
            if (reader.Read())
            {
                (Token, Depth, At) = (reader.TokenType, reader.CurrentDepth, before + start + reader.TokenStartIndex);
                Text = TextOf(ref reader);
                Take(ref reader);
                return true;
            }
            if (isAtEnd)
                return false;
            Take(ref reader);
            Fill();
        }
    }

    /// <summary>The next element of the array that the walk is in, whole; null at its end. Valid until the next call.</summary>
    public ReadOnlyMemory<byte>? NextElement()
    {
        while (true)
        {
            var reader = Reader();
            if (reader.Read())
            {
                if (reader.TokenType == JsonTokenType.EndArray)
                {
                    Take(ref reader);
                    return null;
                }
                var from = start + (int)reader.TokenStartIndex;
                if (reader.TrySkip())
                {
                    Take(ref reader);
                    return buffer.AsMemory(from, start - from);
                }
            }
            Fill();
        }
    }

    private Utf8JsonReader Reader() => new(buffer.AsSpan(start, end - start), isAtEnd, state);

    private void Take(ref Utf8JsonReader reader)
    {
        state = reader.CurrentState;
        start += (int)reader.BytesConsumed;
    }

    private void Fill()
    {
        if (start > 0)
        {
            buffer.AsSpan(start, end - start).CopyTo(buffer);
            before += start;
            (start, end) = (0, end - start);
        }
        if (end == buffer.Length)
        {
            if (buffer.Length >= MostBuffer)
                throw new JsonException();
            var larger = ArrayPool<byte>.Shared.Rent(buffer.Length * 2);
            buffer.AsSpan(0, end).CopyTo(larger);
            ArrayPool<byte>.Shared.Return(buffer);
            buffer = larger;
        }
        var read = file.Read(buffer, end, buffer.Length - end);
        end += read;
        isAtEnd = read == 0;
    }

    private static string? TextOf(ref Utf8JsonReader reader)
    {
        const int most = 200;
        if (reader.TokenType is not (JsonTokenType.PropertyName or JsonTokenType.String) || reader.ValueSpan.Length > most)
            return null;
        try
        {
            return reader.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    public void Dispose() => ArrayPool<byte>.Shared.Return(buffer);
}
