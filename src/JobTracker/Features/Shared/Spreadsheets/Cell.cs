using System.Globalization;
using JobTracker.Kernel;

namespace JobTracker.Features.Shared.Spreadsheets;

/// <summary>What stands in one cell of a table, with its type: a spreadsheet counts with numbers and dates, and reads text as nothing but text.</summary>
public readonly record struct Cell
{
    public enum Look
    {
        Plain,
        Heading,
        Day,
        Percent,
        Tenths,
        Instant,
        Truth,
    }

    // Spreadsheets count days from here.
    private static readonly DateTime FirstDay = new(1899, 12, 30, 0, 0, 0, DateTimeKind.Utc);

    public Look Looks { get; private init; }
    public string? Text { get; private init; }

    /// <summary>A day or an instant as its number, as spreadsheets count them; of a truth 1 or 0.</summary>
    public double? Number { get; private init; }

    private DateTimeOffset At { get; init; }

    public static Cell Of(string? text) => new() { Text = text };

    public static Cell Of(Guid id) => new() { Text = id.ToString() };

    public static Cell Of(int? number) => new() { Number = number };

    public static Cell Of(bool truth) => new() { Number = truth ? 1 : 0, Looks = Look.Truth };

    public static Cell Of(DateOnly? day) => new() { Number = day?.ToDateTime(TimeOnly.MinValue).ToOADate(), Looks = Look.Day };

    /// <summary>In UTC.</summary>
    public static Cell Of(DateTimeOffset? instant) =>
        instant is { } at
            ? new()
            {
                Number = (at.UtcDateTime - FirstDay).TotalDays,
                At = at,
                Looks = Look.Instant,
            }
            : default;

    /// <summary>By its outside name.</summary>
    public static Cell Word<T>(T? word)
        where T : struct, Enum => new() { Text = word is { } value ? Wire.Name(value) : null };

    /// <summary>With one decimal.</summary>
    public static Cell Tenths(double? number) => new() { Number = number, Looks = Look.Tenths };

    /// <summary>A fraction, shown as a percentage.</summary>
    public static Cell Percent(double? fraction) => new() { Number = fraction, Looks = Look.Percent };

    public static Cell Heading(string text) => new() { Text = text, Looks = Look.Heading };

    /// <summary>For programs, where cells have no types: dates in ISO 8601, numbers with a point. Empty for nothing.</summary>
    public string Bare() =>
        Number is not { } number
            ? Text ?? ""
            : Looks switch
            {
                Look.Day => DateTime.FromOADate(number).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                Look.Instant => Instant.Write(At),
                Look.Truth => number == 0 ? "false" : "true",
                // A fraction, so that it can be reckoned with.
                Look.Percent => number.ToString("0.####", CultureInfo.InvariantCulture),
                _ => number.ToString(CultureInfo.InvariantCulture),
            };
}
