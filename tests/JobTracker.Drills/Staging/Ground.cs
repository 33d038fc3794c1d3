namespace JobTracker.Drills.Staging;

/// <summary>What all drills of a run stand on.</summary>
/// <param name="app">The folder of the program.</param>
/// <param name="folder">Where to keep files; gone at the end.</param>
/// <param name="database">The one PostgreSQL, healthy between two drills.</param>
/// <param name="quick">The short form.</param>
internal sealed class Ground(string app, string folder, Database database, bool quick) : IAsyncDisposable
{
    private Stage? usual;

    public string App => app;
    public string Folder => folder;
    public Database Database => database;
    public bool Quick => quick;

    /// <summary>How long something goes on, in seconds, in the short form and in full.</summary>
    public TimeSpan For(double inShort, double inFull) => TimeSpan.FromSeconds(quick ? inShort : inFull);

    /// <summary>The stage of all drills that need no settings of their own: starting processes is what takes most of the time.</summary>
    public async Task<Stage> StageAsync(CancellationToken cancel) => usual ??= await Stage.BuildAsync(this, cancel);

    /// <summary>After a drill that failed, nobody knows what it left: the next one gets a new stage.</summary>
    public async Task ClearAsync()
    {
        if (usual is not null)
            await usual.DisposeAsync();
        usual = null;
    }

    public async ValueTask DisposeAsync() => await ClearAsync();
}
