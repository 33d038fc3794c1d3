using System.Collections.Concurrent;
using System.Globalization;
using JobTracker.Kernel;
using Microsoft.Extensions.Localization;

namespace JobTracker.Features.Transfer.Import.Uploads;

/// <summary>Takes kept files over in the background: no request has to wait for it, and closing the page stops nothing.</summary>
public sealed partial class ImportRunner(IServiceScopeFactory scopes, TimeProvider clock, ILogger<ImportRunner> logger)
    : IHostedLifecycleService
{
    /// <summary>What runs may still end by itself for so long when the process stops.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(10);

    private readonly ConcurrentDictionary<(UserId Owner, Guid Upload), (CancellationTokenSource Stop, Task Work)> running = new();

    public void Start(ImportJob job)
    {
        var stop = new CancellationTokenSource();
        var begin = new TaskCompletionSource();
        running[(job.Owner, job.Upload)] = (stop, Task.Run(() => RunAsync(job, begin.Task, stop)));
        begin.SetResult();
    }

    public void Stop(UserId owner, Guid upload)
    {
        if (running.TryGetValue((owner, upload), out var work))
            _ = work.Stop.CancelAsync();
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) =>
        AllAsync()
            .WaitAsync(Grace, clock, cancellationToken)
            .ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task StoppedAsync(CancellationToken cancellationToken)
    {
        foreach (var work in running.Values)
            await work.Stop.CancelAsync();
        await AllAsync();
    }

    private Task AllAsync() => Task.WhenAll(running.Values.Select(work => work.Work));

    private async Task RunAsync(ImportJob job, Task begin, CancellationTokenSource stop)
    {
        await begin;
        CultureInfo.CurrentUICulture = CultureInfo.CurrentCulture = job.Language;
        var rows = new LastReported();
        using var over = new CancellationTokenSource();
        var beating = BeatAsync(job, rows, stop, over.Token);
        string? trouble;
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            trouble = await scope.ServiceProvider.GetRequiredService<RunImport>().RunAsync(job, rows, stop.Token);
        }
        catch (Exception exception)
        {
            if (exception is not OperationCanceledException)
                LogTrouble(job.Upload, exception.GetType().Name);
            await using var scope = scopes.CreateAsyncScope();
            trouble = scope.ServiceProvider.GetRequiredService<IStringLocalizer<Texts>>()[
                "The import was broken off, and nothing was added. Start again."
            ];
        }
        await over.CancelAsync();
        await beating;
        await EndAsync(job, trouble);
        running.TryRemove((job.Owner, job.Upload), out _);
        stop.Dispose();
    }

    /// <summary>Tells that this process is at work, and hears when the person has cancelled it elsewhere.</summary>
    private async Task BeatAsync(ImportJob job, LastReported rows, CancellationTokenSource stop, CancellationToken over)
    {
        using var timer = new PeriodicTimer(UploadLease.Beat, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(over))
            {
                await using var scope = scopes.CreateAsyncScope();
                var progress = scope.ServiceProvider.GetRequiredService<UploadProgress>();
                if (!await progress.BeatAsync(job.Owner, job.Upload, rows.Value, over))
                    await stop.CancelAsync();
            }
        }
        catch (OperationCanceledException) when (over.IsCancellationRequested)
        {
            // The work is done.
        }
        catch (Exception trouble)
        {
            // The database may be away: then the work itself says so, and the lease runs out.
            LogTrouble(job.Upload, trouble.GetType().Name);
        }
    }

    private async Task EndAsync(ImportJob job, string? trouble)
    {
        if (trouble is null)
            return;
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope
                .ServiceProvider.GetRequiredService<UploadProgress>()
                .FailAsync(job.Owner, job.Upload, trouble, CancellationToken.None);
        }
        catch (Exception away)
        {
            LogTrouble(job.Upload, away.GetType().Name);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Import {UploadId} was not brought to its end: {Exception}")]
    private partial void LogTrouble(Guid uploadId, string exception);

    /// <summary>The last number that was reported, whoever asks.</summary>
    private sealed class LastReported : IProgress<int>
    {
        private int value;

        public int Value => Volatile.Read(ref value);

        void IProgress<int>.Report(int value) => Volatile.Write(ref this.value, value);
    }
}
