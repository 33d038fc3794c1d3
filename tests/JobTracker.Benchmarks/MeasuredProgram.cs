using JobTracker.Testing;

namespace JobTracker.Benchmarks;

/// <summary>The app that is measured: published for this run, published before, or in the short form as it was built.</summary>
internal sealed class MeasuredProgram : IAsyncDisposable
{
    private readonly DirectoryInfo? own;

    private MeasuredProgram(string folder, DirectoryInfo? own) => (Folder, this.own) = (folder, own);

    public string Folder { get; }

    public static async Task<MeasuredProgram> OfAsync(Choice choice)
    {
        if (choice.App is not null || choice.Quick)
            return new MeasuredProgram(choice.App ?? AppContext.BaseDirectory, own: null);
        Report.Progress("Publishing the app.");
        var folder = Directory.CreateTempSubdirectory("jobtracker-published-");
        await PublishedApp.PublishAsync(folder.FullName, ahead: true, CancellationToken.None);
        return new MeasuredProgram(folder.FullName, folder);
    }

    public ValueTask DisposeAsync()
    {
        own?.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }
}
