using System.Globalization;
using System.Text.Json;
using JobTracker.Kernel;
using Microsoft.Extensions.Localization;

namespace JobTracker.Features.Capture;

/// <summary>A salary as schema.org writes it, as a line of text.</summary>
internal sealed class Pay(IStringLocalizer t)
{
    public string? Of(JsonElement salary) => salary.Items().Select(Line).FirstOrDefault(line => line is not null);

    private string? Line(JsonElement salary)
    {
        if (salary.ValueKind != JsonValueKind.Object)
            return salary.Number() is { } alone ? Amount(alone) : Tidy.Line(salary.Text());
        var value = salary.Member("value").ValueKind == JsonValueKind.Undefined ? salary : salary.Member("value").Items().FirstOrDefault();
        var amounts =
            value.ValueKind == JsonValueKind.Object
                ? new[]
                {
                    value.Member("minValue").Number() ?? value.Member("value").Number() ?? salary.Member("median").Number(),
                    value.Member("maxValue").Number(),
                }
                : [value.Number()];
        var range = string.Join("–", amounts.OfType<decimal>().Distinct().Select(Amount));
        if (range.Length == 0)
            return Tidy.Line(value.Text());
        var currency = salary.Member("currency").Text() ?? value.Member("currency").Text();
        var unit = Unit(value.Member("unitText").Text() ?? salary.Member("unitText").Text() ?? salary.Member("duration").Text());
        return string.Join(' ', new[] { range, currency, unit }.Where(part => part is not null));
    }

    private string? Unit(string? unit) =>
        unit?.ToUpperInvariant() switch
        {
            "YEAR" or "ANNUAL" or "P1Y" => t["per year"].Value,
            "MONTH" or "P1M" => t["per month"].Value,
            "WEEK" or "P1W" => t["per week"].Value,
            "DAY" or "P1D" => t["per day"].Value,
            "HOUR" or "PT1H" => t["per hour"].Value,
            _ => null,
        };

    private static string Amount(decimal amount) => amount.ToString("#,0.##", CultureInfo.CurrentCulture);
}
