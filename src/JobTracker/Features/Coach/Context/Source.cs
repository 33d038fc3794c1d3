using System.Security.Cryptography;
using System.Text;
using JobTracker.Kernel;

namespace JobTracker.Features.Coach.Context;

/// <summary>An item before it is packed: all of its text, as people wrote it.</summary>
/// <param name="Key">See <see cref="ContextItem.Key"/>.</param>
/// <param name="Kind">Says where it stands and how much room its kind has.</param>
/// <param name="Title">On screen.</param>
/// <param name="Detail">On screen.</param>
/// <param name="Text">What the model reads, if there is room for all of it.</param>
public sealed record Source(string Key, ItemKind Kind, string Title, string? Detail, string Text)
{
    /// <summary>The same for the same texts in the same language, whatever prompt they end in.</summary>
    public static string Hash(IEnumerable<Source> sources, string locale)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Add(hash, locale);
        foreach (var source in sources)
        {
            Add(hash, source.Key);
            Add(hash, Wire.Name(source.Kind));
            Add(hash, source.Text);
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static void Add(IncrementalHash hash, string text)
    {
        hash.AppendData(Encoding.UTF8.GetBytes(text));
        // No text has this byte, so that two texts are never taken for one.
        hash.AppendData([0xFF]);
    }
}
