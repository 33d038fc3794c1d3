using System.Buffers;
using System.Text;
using System.Text.Json;

namespace JobTracker.Features.Transfer.Export;

/// <summary>
/// Writes the export's document. Every member, and everything in a list, is a line of its own: two exports can be compared line by line, and
/// no list is ever held as a whole.
/// </summary>
internal sealed class DocumentWriter(Stream target, CancellationToken cancel)
{
    private const int Enough = 64 * 1024;

    private readonly ArrayBufferWriter<byte> waiting = new(2 * Enough);
    private bool hasMembers;

    public Task MemberAsync<T>(string name, T value)
    {
        BeginMember(name);
        Serialize(value);
        return SendAsync(Enough);
    }

    public async Task ListAsync<T>(string name, IAsyncEnumerable<T> items)
    {
        BeginMember(name);
        Write("[");
        var hasItems = false;
        await foreach (var item in items.WithCancellation(cancel))
        {
            Write(hasItems ? ",\n" : "\n");
            Serialize(item);
            hasItems = true;
            await SendAsync(Enough);
        }
        Write(hasItems ? "\n]" : "]");
    }

    public Task EndAsync()
    {
        Write("\n}\n");
        return SendAsync(atLeast: 0);
    }

    private void BeginMember(string name)
    {
        Write($"{(hasMembers ? "," : "{")}\n\"{name}\":");
        hasMembers = true;
    }

    private void Write(string text) => Encoding.UTF8.GetBytes(text, waiting);

    private void Serialize<T>(T value)
    {
        using var writer = new Utf8JsonWriter(waiting, new JsonWriterOptions { Encoder = Document.DocumentFormat.Json.Encoder });
        JsonSerializer.Serialize(writer, value, Document.DocumentFormat.Json);
    }

    private async Task SendAsync(int atLeast)
    {
        if (waiting.WrittenCount < atLeast)
            return;
        await target.WriteAsync(waiting.WrittenMemory, cancel);
        waiting.ResetWrittenCount();
    }
}
