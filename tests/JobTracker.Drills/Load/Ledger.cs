using System.Collections.Concurrent;

namespace JobTracker.Drills.Load;

/// <summary>What the site has acknowledged: what must be there at the end, exactly once.</summary>
internal sealed class Ledger
{
    /// <summary>An application as the last acknowledged write left it. Only the writer that made it changes it.</summary>
    /// <param name="Owner">Whose, by number.</param>
    /// <param name="Key">The idempotency key it was made with, which is its position as well.</param>
    /// <param name="Id">As acknowledged.</param>
    internal sealed record Entry(int Owner, string Key, Guid Id)
    {
        public int Version { get; set; }
        public string Comment { get; set; } = "";
        public string Status { get; set; } = "draft";
    }

    private readonly ConcurrentQueue<Entry> entries = new();
    private readonly ConcurrentQueue<string> surprises = new();

    public IReadOnlyCollection<Entry> Entries => entries;

    /// <summary>Answers that should not be: neither what was asked for nor a reason to try again.</summary>
    public IReadOnlyCollection<string> Surprises => surprises;

    public void Add(Entry entry) => entries.Enqueue(entry);

    public void Surprise(string what) => surprises.Enqueue(what);
}
