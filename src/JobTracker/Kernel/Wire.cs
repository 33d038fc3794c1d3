using System.Text.Json;

namespace JobTracker.Kernel;

/// <summary>The names that enumerations have outside the program: snake_case in JSON, in the database, in forms and in addresses.</summary>
public static class Wire
{
    /// <summary>The outside name, for example <c>no_response</c>.</summary>
    public static string Name<T>(T value)
        where T : struct, Enum => Names<T>.ByValue[value];

    /// <summary>All outside names, in the order of declaration.</summary>
    public static IReadOnlyList<string> All<T>()
        where T : struct, Enum => Names<T>.InOrder;

    /// <summary>The value of an outside name; exact, numbers are no names.</summary>
    public static bool TryParse<T>(string? name, out T value)
        where T : struct, Enum
    {
        value = default;
        return name is not null && Names<T>.ByName.TryGetValue(name, out value);
    }

    /// <summary>As <see cref="TryParse"/>, for names that the program itself has written.</summary>
    public static T Parse<T>(string name)
        where T : struct, Enum =>
        TryParse<T>(name, out var value) ? value : throw new FormatException($"{typeof(T).Name} has no such name.");

    private static class Names<T>
        where T : struct, Enum
    {
        public static readonly Dictionary<T, string> ByValue = Enum.GetValues<T>()
            .ToDictionary(value => value, value => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString()));
        public static readonly Dictionary<string, T> ByName = ByValue.ToDictionary(
            pair => pair.Value,
            pair => pair.Key,
            StringComparer.Ordinal
        );
        public static readonly string[] InOrder = Enum.GetValues<T>().Select(value => ByValue[value]).ToArray();
    }
}

/// <summary>An enumeration's outside name as a query parameter: <c>?status=no_response</c>.</summary>
public readonly record struct Word<T>(T Value)
    where T : struct, Enum
{
    /// <summary>Found by the framework's parameter binding.</summary>
    public static bool TryParse(string? text, out Word<T> word)
    {
        var known = Wire.TryParse<T>(text, out var value);
        word = new Word<T>(value);
        return known;
    }
}
