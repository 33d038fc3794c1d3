using System.Text.Json;

namespace JobTracker.Features.Transfer.Import.Json;

/// <summary>The first level of a JSON object: where each of its values begins. Reading it has shown that the whole is JSON.</summary>
internal sealed class JsonOutline
{
    /// <summary>A value of the first level; texts and numbers come along.</summary>
    internal sealed record Part(long At, JsonTokenType Token, string? Text);

    /// <summary>More than any format has on its first level.</summary>
    private const int MostNames = 64;

    private readonly Dictionary<string, Part> parts = new(StringComparer.Ordinal);

    public IEnumerable<string> Names => parts.Keys;

    /// <summary>A name that stands there twice; null when there is none.</summary>
    public string? Doubled { get; private set; }

    public Part? Find(string name) => parts.GetValueOrDefault(name);

    /// <summary>True when the name stands for a list.</summary>
    public bool HasList(string name) => Find(name)?.Token == JsonTokenType.StartArray;

    /// <summary>Null for JSON that is no object. Throws <see cref="JsonException"/> for what is no JSON.</summary>
    public static JsonOutline? Of(Stream file, long at)
    {
        file.Position = at;
        using var walk = new JsonWalk(file);
        if (!walk.Next())
            return null;
        var outline = walk.Token == JsonTokenType.StartObject ? new JsonOutline() : null;
        string? name = null;
        while (walk.Next())
        {
            if (outline is null || walk.Depth != 1)
                continue;
            if (walk.Token == JsonTokenType.PropertyName)
                name = walk.Text ?? "";
            else if (name is not null)
            {
                if (outline.parts.Count >= MostNames)
                    throw new JsonException();
                if (!outline.parts.TryAdd(name, new Part(walk.At, walk.Token, walk.Text)))
                    outline.Doubled ??= name;
                name = null;
            }
        }
        return outline;
    }

    /// <summary>The elements of a list, each whole, with its place from 1.</summary>
    public static IEnumerable<(int Row, ReadOnlyMemory<byte> Json)> ElementsOf(Stream file, Part list)
    {
        file.Position = list.At;
        using var walk = new JsonWalk(file);
        walk.Next();
        for (var row = 1; walk.NextElement() is { } element; row++)
            yield return (row, element);
    }
}
