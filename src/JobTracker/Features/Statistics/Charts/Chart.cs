using System.Globalization;
using Microsoft.Extensions.Localization;

namespace JobTracker.Features.Statistics.Charts;

/// <summary>One panel of the page: what is drawn, and the same as a table.</summary>
/// <param name="Key">Its name in addresses, in file names and for the script.</param>
/// <param name="Table">Of what is drawn.</param>
public sealed record Chart(string Key, string Title, string Subtitle, Drawing Drawing, ChartTable Table)
{
    /// <summary>What a file holds, where that is more than the page shows.</summary>
    public ChartTable Data { get; init; } = Table;

    /// <summary>A line below the drawing.</summary>
    public string? Note { get; init; }

    /// <summary>What stands in place of the drawing; null when there is something to draw.</summary>
    public string? Nothing { get; init; }

    /// <summary>What a screen reader hears in place of a drawing that is made in the browser.</summary>
    public string? Description { get; init; }

    /// <summary>How much of the page's width it takes.</summary>
    public ChartWidth Width { get; init; } = ChartWidth.Narrow;
}

public enum ChartWidth
{
    Narrow,
    Wide,
    Full,
}

/// <summary>A chart's figures in rows. A cell is a text, a whole number, a number of days, a <see cref="Percent"/> or a calendar day.</summary>
/// <param name="Columns">The first one names the row.</param>
public sealed record ChartTable(IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<object?>> Rows)
{
    public readonly record struct Percent(double? Share);

    /// <summary>A cell as the reader's language writes it.</summary>
    public static string Text(object? cell, IStringLocalizer<Texts> t) =>
        cell switch
        {
            null => "–",
            int count => Numerals.Whole(count),
            double days => Numerals.Days(days, t),
            Percent { Share: var share } => Numerals.Percent(share, t),
            DateOnly day => day.ToString("d MMM yyyy", CultureInfo.CurrentCulture),
            _ => (string)cell,
        };
}
