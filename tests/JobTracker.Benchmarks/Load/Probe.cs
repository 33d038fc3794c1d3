using System.Net;

namespace JobTracker.Benchmarks.Load;

/// <summary>Looks at one answer of a kind, and at the size of many: a fast redirection to the sign-in page is no list.</summary>
internal static class Probe
{
    // Answers about different people differ a little, and so do their heads.
    private const double Likeness = 0.2;
    private const int Head = 300;

    private static int number;

    /// <summary>The size of a good answer, with its head.</summary>
    /// <exception cref="BadAnswerException">It is not good; with what it is.</exception>
    public static async Task<int> LookAsync(Uri site, Work work)
    {
        using var client = new HttpMessageInvoker(Handler());
        var (lines, body) = await work.ReadAsync();
        using var request = work.Request(site, lines, body, $"probe-{Environment.ProcessId}-{Interlocked.Increment(ref number)}");
        using var answer = await client.SendAsync(request, CancellationToken.None);
        var text = await answer.Content.ReadAsStringAsync();
        if ((int)answer.StatusCode != work.Good.Status)
            throw new BadAnswerException(
                $"{work.Method} {work.Path} answered {(int)answer.StatusCode} instead of {work.Good.Status}: {Beginning(text)}"
            );
        if (work.Good.Mark.Length > 0 && text.Split(work.Good.Mark).Length - 1 is var rows && rows != work.Good.Rows)
            throw new BadAnswerException(
                $"{work.Method} {work.Path} answered with {rows} rows instead of {work.Good.Rows}: {Beginning(text)}"
            );
        var head = answer
            .Headers.Concat(answer.Content.Headers)
            .Sum(header => header.Key.Length + header.Value.Sum(value => value.Length + 4));
        return head + System.Text.Encoding.UTF8.GetByteCount(text);
    }

    /// <summary>Fails where the answers under load were not of the size of a good one.</summary>
    public static void Compare(Work work, Wrk.Result result, int good, int connections)
    {
        // What came of answers that had no time to end is among the bytes, but not among the answers.
        var unfinished = (double)good * connections / result.Requests;
        var most = Head + (good * Likeness);
        if (work.Good.SameSize && (result.BytesEach < good - most || result.BytesEach > good + most + unfinished))
            throw new BadAnswerException(
                $"{work.Method} {work.Path} answered with {result.BytesEach:0} bytes under load instead of about {good}."
            );
    }

    /// <summary>As wrk asks: no cookies of its own, no redirections followed, nothing compressed.</summary>
    public static SocketsHttpHandler Handler() =>
        new()
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = false,
            AutomaticDecompression = DecompressionMethods.None,
            // What the site's own traces and ours have nothing to do with.
            ActivityHeadersPropagator = null,
        };

    private static string Beginning(string text) => text.Length > 200 ? text[..200] : text;
}

/// <summary>What came back is not what was to be timed, as a sentence.</summary>
internal sealed class BadAnswerException(string message) : Exception(message);
