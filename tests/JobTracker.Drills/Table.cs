using System.Globalization;

namespace JobTracker.Drills;

/// <summary>Results as Markdown.</summary>
internal static class Table
{
    public static string Of(IEnumerable<(Drill Drill, Findings Findings)> results) =>
        string.Join(
            '\n',
            [
                "| fault | requests | acknowledged | failed answers seen | lost | duplicated | longest outage | holds |",
                "|---|---:|---:|---:|---:|---:|---:|---|",
                .. results.Select(result => $"| {result.Drill.Fault} | {Row(result.Findings)} |"),
            ]
        );

    private static string Row(Findings findings) =>
        findings switch
        {
            { Skipped: { } why } => $"– | – | – | – | – | – | skipped: {why}",
            { Load: { } load } => string.Join(
                " | ",
                Number(load.Tally.Requests),
                Number(load.Tally.Acknowledged),
                Number(load.Tally.Failures),
                Number(load.Found.Lost.Count),
                Number(load.Found.Duplicated.Count),
                Findings.Seconds(load.Tally.LongestOutage),
                Holds(findings)
            ),
            _ => $"– | – | – | – | – | – | {Holds(findings)}",
        };

    private static string Holds(Findings findings) => findings.Failures.Count == 0 ? "yes" : "**no**";

    private static string Number(int number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
