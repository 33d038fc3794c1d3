using System.Globalization;
using System.Reflection;
using System.Text.Json;

namespace JobTracker.Tests.Delivery;

/// <summary>Every setting that the app reads, by the name of its environment variable.</summary>
internal static class KnownSettings
{
    /// <summary>Those without a class of options.</summary>
    public static readonly string[] Plain =
    [
        "DATABASE_URL",
        "JWT_SECRET",
        "DATA_PROTECTION_SECRET",
        "PORT",
        "ASPNETCORE_URLS",
        "ASPNETCORE_HTTP_PORTS",
        "ASPNETCORE_ENVIRONMENT",
    ];

    /// <summary>Those of the classes that name their section, with their defaults as the README writes them.</summary>
    public static Dictionary<string, string> OfOptions() =>
        typeof(Program)
            .Assembly.GetTypes()
            .Where(type => !type.IsAbstract)
            .Select(type =>
                (Type: type, Section: type.GetField("Section", BindingFlags.Public | BindingFlags.Static)?.GetRawConstantValue())
            )
            .Where(found => found.Section is string)
            .SelectMany(found => SettingsOf(found.Type, (string)found.Section!))
            .ToDictionary(StringComparer.Ordinal);

    private static IEnumerable<KeyValuePair<string, string>> SettingsOf(Type type, string section)
    {
        var defaults = Activator.CreateInstance(type);
        return type.GetProperties()
            .Where(property => property.CanWrite)
            .Select(property => KeyValuePair.Create($"{section}__{property.Name}", Text(property, property.GetValue(defaults))));
    }

    private static string Text(PropertyInfo property, object? value) =>
        value switch
        {
            null when Nullable.GetUnderlyingType(property.PropertyType) == typeof(bool) => "true in Development",
            null or "" => "empty",
            Enum word => JsonNamingPolicy.CamelCase.ConvertName(word.ToString()),
            bool answer => answer ? "true" : "false",
            _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
        };
}
