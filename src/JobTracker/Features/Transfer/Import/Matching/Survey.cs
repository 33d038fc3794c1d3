using System.Runtime.InteropServices;
using JobTracker.Features.Transfer.Document;
using JobTracker.Features.Transfer.Import.Checks;

namespace JobTracker.Features.Transfer.Import.Matching;

/// <summary>A row that keeps every rule: what has to be known of it until it is written.</summary>
/// <param name="Place">The how manieth it is of all that the file holds: a file may call two of its rows by one number.</param>
/// <param name="Id">As the file says; empty where the format has no ids.</param>
/// <param name="Key">See <see cref="ContentKey"/>.</param>
/// <param name="FileBytes">Of the documents under it.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Candidate(int Place, Guid Id, UInt128 Key, int Files = 0, long FileBytes = 0);

/// <summary>What a first reading of a file has found, without looking at the account.</summary>
public sealed class Survey
{
    /// <summary>So many rows are shown before anything is written.</summary>
    private const int MostShown = 8;

    private readonly List<KeptApplication> first = [];

    public required ImportFormat Format { get; init; }

    /// <summary>Of applications, those with errors included.</summary>
    public int Rows { get; private set; }
    public List<Candidate> Applications { get; } = [];
    public List<Candidate> Notes { get; } = [];
    public List<Candidate> Sessions { get; } = [];
    public ErrorList Errors { get; } = new();
    public KeptProfile? Profile { get; internal set; }

    /// <summary>Why the file was not read to its end; null when it was.</summary>
    public EndOfReading? End { get; internal set; }

    /// <summary>The first applications that can be taken.</summary>
    public IReadOnlyList<KeptApplication> First => first;

    internal void Count() => Rows++;

    internal void Show(KeptApplication row)
    {
        if (first.Count < MostShown)
            first.Add(row with { Posting = null, Conversations = [], Writing = [], Deliverables = [] });
    }
}
