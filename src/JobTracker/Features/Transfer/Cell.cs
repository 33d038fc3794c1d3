namespace JobTracker.Features.Transfer;

/// <summary>What stands in one cell of a sheet, with its type: a spreadsheet counts with numbers and dates, and reads text as nothing but text.</summary>
internal readonly record struct Cell
{
    public enum Look
    {
        Plain,
        Heading,
        Day,
        Percent,
        Tenths,
    }

    public Look Looks { get; private init; }
    public string? Text { get; private init; }

    /// <summary>A day as its number, as spreadsheets count them.</summary>
    public double? Number { get; private init; }

    public static Cell Of(string? text) => new() { Text = text };

    public static Cell Of(int? number) => new() { Number = number };

    public static Cell Of(DateOnly? day) => new() { Number = day?.ToDateTime(TimeOnly.MinValue).ToOADate(), Looks = Look.Day };

    /// <summary>With one decimal.</summary>
    public static Cell Tenths(double? number) => new() { Number = number, Looks = Look.Tenths };

    /// <summary>A fraction, shown as a percentage.</summary>
    public static Cell Percent(double? fraction) => new() { Number = fraction, Looks = Look.Percent };

    public static Cell Heading(string text) => new() { Text = text, Looks = Look.Heading };
}
