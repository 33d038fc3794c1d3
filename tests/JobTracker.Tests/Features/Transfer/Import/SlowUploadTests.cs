using System.Net;
using System.Text;
using JobTracker.Testing;
using JobTracker.Tests.Features.Files;

namespace JobTracker.Tests.Features.Transfer.Import;

public sealed class SlowUploadTests(SharedApp shared)
{
    [Fact]
    public async Task A_third_large_file_of_one_person_is_refused_before_it_is_read()
    {
        using var user = await shared.App.RegisterAsync();
        using var first = new Held();
        using var second = new Held();
        // A body begins when the server asks for it, so both have their place by then.
        using var patient = new HttpClient(new SocketsHttpHandler { Expect100ContinueTimeout = Timeout.InfiniteTimeSpan })
        {
            BaseAddress = shared.App.Address,
        };
        patient.DefaultRequestHeaders.Authorization = user.Client.DefaultRequestHeaders.Authorization;
        patient.DefaultRequestHeaders.ExpectContinue = true;
        var running = new[] { patient.PostAsync("/api/import", first), patient.PostAsync("/api/import", second) };
        await Task.WhenAll(first.Begun, second.Begun);

        using var third = await user.SendImportAsync("company,city,mission,link,date\n"u8.ToArray());
        await third.ProblemAsync(429, "rate_limited");
        using var browser = await TestBrowser.SignInAsync(shared.App, user);
        using var onThePage = await browser.Client.PostAsync("/settings/import", Samples.Form("a.csv", "a"u8.ToArray(), "Input.File"));
        Assert.Equal((429, "text/html"), ((int)onThePage.StatusCode, onThePage.Content.Headers.ContentType?.MediaType));
        Assert.NotNull(onThePage.Headers.RetryAfter);
        using var other = await shared.App.RegisterAsync();
        Assert.Equal(1, (await other.ImportAsync("company,city,mission,link,date\nThales,Brest,Stage,,2026-02-11\n")).Number("added"));

        first.Finish();
        second.Finish();
        foreach (var answer in await Task.WhenAll(running))
            answer.Dispose();
        using var again = await user.SendImportAsync("company,city,mission,link,date\n"u8.ToArray());
        Assert.NotEqual(429, (int)again.StatusCode);
    }

    /// <summary>A body that begins, and goes on when it is told to.</summary>
    private sealed class Held : HttpContent
    {
        private readonly TaskCompletionSource begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource finish = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Held() => Headers.TryAddWithoutValidation("Content-Type", "multipart/form-data; boundary=x");

        public Task Begun => begun.Task;

        public void Finish() => finish.TrySetResult();

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            await stream.WriteAsync(
                Encoding.UTF8.GetBytes("--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n\r\n")
            );
            await stream.FlushAsync();
            begun.TrySetResult();
            await finish.Task;
        }

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
