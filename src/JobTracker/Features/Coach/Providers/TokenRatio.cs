using System.Collections.Concurrent;
using JobTracker.Features.Accounts;

namespace JobTracker.Features.Coach.Providers;

/// <summary>How many characters a model takes for a token, learned from what answers have used: languages and models differ.</summary>
public sealed class TokenRatio
{
    /// <summary>Before anything is known.</summary>
    public const double Usual = 4;

    // No tokenizer of ordinary text is outside of these; what is was miscounted.
    public const double Fewest = 2.5;
    public const double Most = 6;

    /// <summary>How much one answer weighs against all before it.</summary>
    private const double Weight = 0.1;

    /// <summary>Less text says little: what providers add around it weighs too much.</summary>
    private const int LeastCharacters = 2_000;

    private readonly ConcurrentDictionary<(AiProvider, string), double> known = new();

    public double Of(AiProvider provider, string model) => known.GetValueOrDefault((provider, model), Usual);

    /// <summary>Takes what a prompt has used into account.</summary>
    public void Learn(AiProvider provider, string model, long characters, long tokens)
    {
        if (characters < LeastCharacters || tokens <= 0)
            return;
        var seen = Math.Clamp((double)characters / tokens, Fewest, Most);
        known.AddOrUpdate((provider, model), _ => Blend(Usual, seen), (_, before) => Blend(before, seen));
    }

    private static double Blend(double before, double seen) => before + (seen - before) * Weight;
}
