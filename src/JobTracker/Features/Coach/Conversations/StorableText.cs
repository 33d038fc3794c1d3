using System.Text;

namespace JobTracker.Features.Coach.Conversations;

/// <summary>A model's words as the database can hold them: without U+0000, and with no half of a surrogate pair.</summary>
public sealed class StorableText
{
    private char? half;

    /// <summary>The next piece. Half a pair at its end waits for the other half.</summary>
    public string Take(string piece)
    {
        var storable = new StringBuilder(piece.Length + 1);
        foreach (var character in piece)
        {
            if (half is { } first)
            {
                half = null;
                if (char.IsLowSurrogate(character))
                {
                    storable.Append(first).Append(character);
                    continue;
                }
                storable.Append('\uFFFD');
            }
            if (char.IsHighSurrogate(character))
                half = character;
            else if (char.IsLowSurrogate(character))
                storable.Append('\uFFFD');
            else if (character != '\0')
                storable.Append(character);
        }
        return storable.ToString();
    }
}
