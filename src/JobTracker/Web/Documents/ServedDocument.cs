using System.Security.Cryptography;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Net.Http.Headers;
using Microsoft.OpenApi;

namespace JobTracker.Web.Documents;

/// <summary>The document as it is served: written once, because it depends on nothing that changes while the process runs.</summary>
internal sealed class ServedDocument(IServiceProvider services) : IDisposable
{
    public const string Name = "v1";
    public const string Path = $"/openapi/{Name}.json";

    private readonly SemaphoreSlim turn = new(1, 1);
    private byte[]? written;

    public async Task<IResult> AnswerAsync(CancellationToken cancel)
    {
        var bytes = written ?? await WriteOnceAsync(cancel);
        var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(bytes)[..8])}\"");
        return TypedResults.Bytes(bytes, "application/json; charset=utf-8", entityTag: tag);
    }

    public void Dispose() => turn.Dispose();

    private async Task<byte[]> WriteOnceAsync(CancellationToken cancel)
    {
        await turn.WaitAsync(cancel);
        try
        {
            return written ??= await WriteAsync(cancel);
        }
        finally
        {
            turn.Release();
        }
    }

    private async Task<byte[]> WriteAsync(CancellationToken cancel)
    {
        var document = await services.GetRequiredKeyedService<IOpenApiDocumentProvider>(Name).GetOpenApiDocumentAsync(cancel);
        using var stream = new MemoryStream();
        await document.SerializeAsJsonAsync(stream, OpenApiSpecVersion.OpenApi3_1, cancel);
        return stream.ToArray();
    }
}
