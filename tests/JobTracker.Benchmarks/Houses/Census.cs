namespace JobTracker.Benchmarks.Houses;

/// <summary>Who lives in a house, and how many applications each of them has.</summary>
/// <param name="Visitors">People with passwords, who ask for things; a number of applications for each.</param>
/// <param name="Crowd">People who never ask; a number of applications for each.</param>
internal sealed record Census(IReadOnlyList<int> Visitors, IReadOnlyList<int> Crowd)
{
    private const int Seed = 20261122;

    /// <summary>So many people with as many applications each.</summary>
    public static Census Of(int people, int applications) => new([.. Enumerable.Repeat(applications, people)], []);

    /// <summary>The same people in a house of so many, who have so many applications all together: most of them few, some many.</summary>
    public Census Among(int people, int applications)
    {
        var random = new Random(Seed);
        var weights = Enumerable.Range(0, people - Visitors.Count).Select(_ => -Math.Log(1 - random.NextDouble())).ToList();
        var share = (applications - Visitors.Sum()) / weights.Sum();
        var crowd = weights.Select(weight => (int)(weight * share)).ToArray();
        // What rounding has lost.
        for (var left = applications - Visitors.Sum() - crowd.Sum(); left > 0; left--)
            crowd[left % crowd.Length]++;
        return this with { Crowd = crowd };
    }
}
