using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using JobTracker.Features.Shared;
using Microsoft.Extensions.Localization;

namespace JobTracker.Features.Statistics.Charts;

/// <summary>What the page's script draws, as JSON that may stand inside of a script element: &lt;, &gt; and &amp; are escaped.</summary>
public static class ChartScript
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
    };

    public static string Of(IReadOnlyList<Chart> charts, PeriodView period, IStringLocalizer<Texts> t) =>
        JsonSerializer.Serialize(
            new
            {
                // On pictures, which leave the site.
                Period = Days.Capital(period.InWords(t)),
                Charts = charts
                    .Where(chart => chart.Nothing is null)
                    .Select(chart => new
                    {
                        chart.Key,
                        chart.Title,
                        chart.Subtitle,
                        chart.Note,
                        chart.Description,
                        File = period.FileName(chart.Key),
                        chart.Drawing,
                    }),
            },
            Options
        );
}
