using System.Globalization;
using JobTracker.Features.Shared;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.Extensions.Localization;

namespace JobTracker.Features.Statistics;

/// <summary>The period that the page shows, and the addresses that belong to it.</summary>
/// <param name="Chosen">Null when first and last day were given instead.</param>
public sealed record PeriodView(PeriodChoice? Chosen, Period Days, DateOnly Today)
{
    public const string Path = "/analytics";

    /// <param name="isTyped">Days were given, and could not be read.</param>
    public static PeriodView Of(string? key, DateOnly? from, DateOnly? to, bool isTyped, DateOnly today)
    {
        if (isTyped || from is not null || to is not null)
            return new PeriodView(null, new Period(from, to), today);
        var choice = PeriodChoice.All.FirstOrDefault(choice => choice.Key == key) ?? PeriodChoice.Default;
        return new PeriodView(choice, choice.On(today), today);
    }

    /// <summary>"24 August to 21 November 2026".</summary>
    public string InWords(IStringLocalizer<Texts> t) =>
        Days switch
        {
            { From: { } from, To: { } to } when from == to => Long(to),
            { From: { } from, To: { } to } => t["{0} to {1}", Long(from, to), Long(to)],
            { From: { } from } => t["From {0} on", Long(from)],
            { To: { } to } => t["Until {0}", Long(to)],
            _ => t["Since the beginning"],
        };

    public static string To(PeriodChoice choice) => Path + new QueryBuilder { { "period", choice.Key } };

    public string Csv(string chart) => Download("Csv", ("chart", chart));

    public string Excel() => Download("Excel");

    /// <summary>"jobtracker-funnel-2026-08-24-2026-11-21", of a file without its ending.</summary>
    public string FileName(string what) =>
        string.Join('-', new[] { "jobtracker", what, Day(Days.From), Day(Days.To) }.Where(part => part is not null));

    private string Download(string handler, params (string Name, string Value)[] more)
    {
        var parts = new QueryBuilder { { "handler", handler } };
        foreach (var (name, value) in more)
            parts.Add(name, value);
        if (Chosen is not null)
            parts.Add("period", Chosen.Key);
        else
        {
            if (Day(Days.From) is { } from)
                parts.Add("from", from);
            if (Day(Days.To) is { } to)
                parts.Add("to", to);
        }
        return Path + parts;
    }

    // The year stands once when it is the same.
    private static string Long(DateOnly day, DateOnly? beside = null) =>
        day.ToString(day.Year == beside?.Year ? "d MMMM" : "d MMMM yyyy", CultureInfo.CurrentCulture);

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
