using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using System.Text.Json;

namespace JobTracker.Web.Hosting;

/// <summary>Sections of the configuration, one class each. A value that cannot be meant stops start-up with a sentence that names it.</summary>
public static class Settings
{
    /// <summary>Binds a section to its class, after looking at every value: the binder's own complaint names types, and comes late.</summary>
    /// <exception cref="StartupException">A value is not what its property takes.</exception>
    public static WebApplicationBuilder AddSettings<T>(this WebApplicationBuilder builder, string section)
        where T : class
    {
        foreach (var property in typeof(T).GetProperties().Where(property => property.CanWrite))
        {
            if (builder.Configuration[$"{section}:{property.Name}"] is { } value && Complaint(property, value) is { } what)
                throw new StartupException($"{section}__{property.Name} must be {what}.");
        }
        builder.Services.AddOptions<T>().BindConfiguration(section);
        return builder;
    }

    /// <summary>The settings of a class before there are services.</summary>
    public static T Read<T>(this IConfiguration configuration, string section)
        where T : new() => configuration.GetSection(section).Get<T>() ?? new T();

    /// <summary>What the property takes, if the value is something else.</summary>
    private static string? Complaint(PropertyInfo property, string value)
    {
        var inner = Nullable.GetUnderlyingType(property.PropertyType);
        var type = inner ?? property.PropertyType;
        if (inner is not null && value.Length == 0)
            return null;
        if (type == typeof(int))
            return Number(property.GetCustomAttribute<RangeAttribute>(), value, mayBeEmpty: inner is not null);
        if (type == typeof(bool))
            return bool.TryParse(value, out _) ? null : "true or false";
        return !type.IsEnum || Enum.GetNames(type).Contains(value, StringComparer.OrdinalIgnoreCase)
            ? null
            : $"one of {string.Join(", ", Enum.GetNames(type).Select(JsonNamingPolicy.CamelCase.ConvertName))}";
    }

    private static string? Number(RangeAttribute? range, string value, bool mayBeEmpty)
    {
        var least = (int?)range?.Minimum ?? int.MinValue;
        var most = (int?)range?.Maximum ?? int.MaxValue;
        if (int.TryParse(value, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
            return null;
        return $"a whole number from {least} to {most}{(mayBeEmpty ? ", or empty for no limit" : "")}";
    }
}
