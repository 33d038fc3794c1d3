using System.Net.Http.Headers;
using System.Text;
using JobTracker.Tests.Web.Documents;

namespace JobTracker.Tests.Attacks.Fuzzing;

/// <summary>One hostile request.</summary>
internal sealed record Call(Contract.Described Operation, string Address, (string Name, string Value)[] Headers, HostileBody? Body)
{
    private const int Shown = 600;

    public HttpRequestMessage Request()
    {
        var request = new HttpRequestMessage(new HttpMethod(Operation.Method), Address);
        if (Body is not null)
        {
            request.Content = new ByteArrayContent(Body.Bytes);
            request.Content.Headers.TryAddWithoutValidation("Content-Type", Body.MediaType);
        }
        foreach (var (name, value) in Headers)
            if (!request.Headers.TryAddWithoutValidation(name, value))
                request.Content?.Headers.TryAddWithoutValidation(name, value);
        return request;
    }

    /// <summary>Enough to send it again by hand.</summary>
    public override string ToString()
    {
        var body = Body is null ? "" : Encoding.UTF8.GetString(Body.Bytes.AsSpan(0, Math.Min(Body.Bytes.Length, Shown)));
        var headers = string.Join(", ", Headers.Select(header => $"{header.Name}: {header.Value}"));
        return $"{Operation.Method} {Address} [{headers}] {Body?.MediaType} ({Body?.Bytes.Length ?? 0} bytes) {body}";
    }
}
