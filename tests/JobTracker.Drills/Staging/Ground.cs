namespace JobTracker.Drills.Staging;

/// <summary>What all drills of a run stand on.</summary>
/// <param name="App">The folder of the program.</param>
/// <param name="Folder">Where to keep files; gone at the end.</param>
/// <param name="Database">The one PostgreSQL, healthy between two drills.</param>
/// <param name="Quick">The short form.</param>
internal sealed record Ground(string App, string Folder, Database Database, bool Quick)
{
    /// <summary>How long something goes on, in seconds, in the short form and in full.</summary>
    public TimeSpan For(double quick, double full) => TimeSpan.FromSeconds(Quick ? quick : full);
}
