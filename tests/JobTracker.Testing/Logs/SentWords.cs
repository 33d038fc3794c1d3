using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;

namespace JobTracker.Testing.Logs;

/// <summary>Notes what a test sends and the cookies that it is given, so that logs can be searched for them.</summary>
public sealed class SentWords(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    private const int MostBytes = 64 * 1024;
    private const string SignIn = "jobtracker=";

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        foreach (var (_, values) in QueryHelpers.ParseQuery(request.RequestUri?.Query))
        foreach (var value in values)
            LogWords.AddSent(value);
        if (request.Content is { Headers.ContentType.MediaType: { } type } content)
            await NoteAsync(type, content, cancellationToken);
        var answer = await base.SendAsync(request, cancellationToken);
        if (answer.Headers.TryGetValues("Set-Cookie", out var cookies))
            foreach (var cookie in cookies.Where(cookie => cookie.Contains(SignIn, StringComparison.Ordinal)))
                LogWords.Add(cookie[(cookie.IndexOf('=', StringComparison.Ordinal) + 1)..cookie.IndexOf(';', StringComparison.Ordinal)]);
        return answer;
    }

    private static async Task NoteAsync(string mediaType, HttpContent content, CancellationToken cancel)
    {
        if (content.Headers.ContentLength > MostBytes)
            return;
        if (mediaType == "application/json")
            NoteJson(await content.ReadAsByteArrayAsync(cancel));
        else if (mediaType == "application/x-www-form-urlencoded")
            foreach (var (_, values) in QueryHelpers.ParseQuery(await content.ReadAsStringAsync(cancel)))
            foreach (var value in values)
                LogWords.AddSent(value);
    }

    private static void NoteJson(byte[] body)
    {
        try
        {
            var reader = new Utf8JsonReader(body);
            while (reader.Read())
                if (reader.TokenType == JsonTokenType.String)
                    LogWords.AddSent(reader.GetString());
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException)
        {
            // Many tests send what is no JSON.
        }
    }
}
