using System.Globalization;
using System.Reflection;
using JobTracker.Data;

namespace JobTracker.Tests.Delivery;

/// <summary>Every setting that the program reads, by the name of its environment variable.</summary>
internal static class KnownSettings
{
    /// <summary>Those without a class of options.</summary>
    public static readonly string[] Plain =
    [
        "DATABASE_URL",
        "JWT_SECRET",
        "DATA_PROTECTION_SECRET",
        "PORT",
        "GEMINI_API_KEY",
        "OTEL_EXPORTER_OTLP_ENDPOINT",
        "OTEL_EXPORTER_OTLP_PROTOCOL",
    ];

    /// <summary>Those of the classes that name their section, with their defaults; null for none.</summary>
    public static List<(string Name, string? Default)> OfOptions() =>
        [
            .. from type in typeof(JobTrackerDb).Assembly.GetTypes()
            let section = type.GetField("Section", BindingFlags.Public | BindingFlags.Static)?.GetRawConstantValue() as string
            where section is not null && !type.IsAbstract
            let options = Activator.CreateInstance(type)!
            from property in type.GetProperties().Where(property => property.SetMethod?.IsPublic == true)
            select (
                $"{section}__{property.Name}",
                Convert.ToString(property.GetValue(options), CultureInfo.InvariantCulture) is { Length: > 0 } value ? value : null
            ),
        ];

    /// <summary>All names.</summary>
    public static IEnumerable<string> Names() => OfOptions().Select(option => option.Name).Concat(Plain);
}
