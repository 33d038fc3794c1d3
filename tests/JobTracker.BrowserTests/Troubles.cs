using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace JobTracker.BrowserTests;

/// <summary>What went wrong behind a page's back: script errors, violations of the content security policy, requests that failed.</summary>
internal sealed class Troubles
{
    // Chromium says this of every answer from 400; those are looked at one by one, with the address.
    private const string SaidOfAnswers = "Failed to load resource: the server responded";

    // What htmx says of them.
    private const string SaidOfSwaps = "Response Status Error Code ";

    private const string NoNetwork = "net::ERR_INTERNET_DISCONNECTED";

    // The page itself gave the request up, for a newer one or because it is being left.
    private const string GivenUp = "net::ERR_ABORTED";

    private const string TellViolations =
        "addEventListener('securitypolicyviolation', e => console.error(`${e.violatedDirective} forbids ${e.blockedURI}`))";

    private readonly ConcurrentQueue<string> found = new();
    private readonly ConcurrentDictionary<int, bool> expected = new();

    /// <summary>An answer with this status is what the test is about.</summary>
    public void Expect(int status) => expected[status] = true;

    /// <summary>Requests that find no network are what the test is about.</summary>
    public bool ExpectsNoNetwork { get; set; }

    public Task FollowAsync(IBrowserContext context)
    {
        context.Console += (_, message) =>
        {
            var isOfAnswer =
                message.Text.StartsWith(SaidOfAnswers, StringComparison.Ordinal)
                || message.Text.StartsWith(SaidOfSwaps, StringComparison.Ordinal);
            if (message.Type is "error" && !isOfAnswer)
                found.Enqueue($"Console on {message.Page?.Url}: {message.Text}");
        };
        context.WebError += (_, error) => found.Enqueue($"Script error on {error.Page?.Url}: {error.Error}");
        context.RequestFailed += (_, request) =>
        {
            if (request.Failure != GivenUp && !(ExpectsNoNetwork && request.Failure == NoNetwork))
                found.Enqueue($"{request.Method} {request.Url} failed: {request.Failure}");
        };
        context.Response += (_, answer) =>
        {
            if (answer.Status >= 400 && !expected.ContainsKey(answer.Status))
                found.Enqueue($"{answer.Request.Method} {answer.Url} answered {answer.Status}");
        };
        return context.AddInitScriptAsync(TellViolations);
    }

    /// <summary>What was found so far, which then counts no more.</summary>
    public IReadOnlyList<string> Take()
    {
        var taken = new List<string>();
        while (found.TryDequeue(out var one))
            taken.Add(one);
        return taken;
    }

    public void Check() => Assert.True(found.IsEmpty, string.Join('\n', found));
}
