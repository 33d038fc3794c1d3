namespace JobTracker.Benchmarks.Load;

/// <summary>One kind of request.</summary>
/// <param name="Method">GET or POST.</param>
/// <param name="Path">The same for everybody.</param>
/// <param name="HeadersFile">A line for each person who may ask.</param>
/// <param name="Good">What a good answer is.</param>
/// <param name="BodyFile">What is sent; "-" for nothing.</param>
internal sealed record Work(string Method, string Path, string HeadersFile, Good Good, string BodyFile = Work.Nothing)
{
    public const string Nothing = "-";

    /// <summary>Stands in a body where every request has a word of its own, which is like no other.</summary>
    public const string Word = "#";

    private const string Letters = "abcdefghijklmnopqrstuvwxyz";

    /// <summary>The lines that may be sent along, and the body.</summary>
    public async Task<(string[] Lines, string? Body)> ReadAsync() =>
        (await File.ReadAllLinesAsync(HeadersFile), BodyFile == Nothing ? null : await File.ReadAllTextAsync(BodyFile));

    /// <summary>One request of this kind.</summary>
    /// <param name="lines">One of them is sent along.</param>
    /// <param name="body">What <see cref="ReadAsync"/> gave.</param>
    /// <param name="key">No other request has this one.</param>
    public HttpRequestMessage Request(Uri site, string[] lines, string? body, string key)
    {
        var request = new HttpRequestMessage(new HttpMethod(Method), new Uri(site, Path));
        if (lines.Length > 0)
        {
            var line = lines[Random.Shared.Next(lines.Length)];
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            request.Headers.TryAddWithoutValidation(line[..colon], line[(colon + 2)..]);
        }
        if (body is not null)
        {
            request.Headers.TryAddWithoutValidation("Idempotency-Key", key);
            request.Content = new StringContent(
                body.Replace(Word, Random.Shared.GetString(Letters, 12), StringComparison.Ordinal),
                System.Text.Encoding.UTF8,
                "application/json"
            );
        }
        return request;
    }
}

/// <summary>What an answer must be for its time to count.</summary>
/// <param name="Status">The one status.</param>
/// <param name="Mark">What stands in the body once for each row; empty where nothing is looked for.</param>
/// <param name="Rows">How often.</param>
/// <param name="SameSize">Whether all good answers are of about the same size.</param>
internal sealed record Good(int Status = 200, string Mark = "", int Rows = 0, bool SameSize = true)
{
    /// <summary>An application that was added. Those that are like it come along, and under load they become more.</summary>
    public static readonly Good Added = new(201, SameSize: false);

    /// <summary>A page of a list, in JSON.</summary>
    public static readonly Good List = new(200, "\"company\":", 25);
}
