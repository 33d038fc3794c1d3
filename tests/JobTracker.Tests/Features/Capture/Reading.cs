using JobTracker.Features.Capture;
using JobTracker.Kernel;
using JobTracker.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace JobTracker.Tests.Features.Capture;

/// <summary>Reads postings as on 21 November 2026, in English.</summary>
internal static class Reading
{
    public static readonly DateOnly Today = new(2026, 11, 21);

    public static Captured Of(JobTrackerApp app, string? text, string? link = null, string? title = null)
    {
        using var english = new Speaking(Locales.English);
        using var scope = app.Services.CreateScope();
        return scope.ServiceProvider.GetRequiredService<ReadPosting>().Run(new ReadPosting.Input(text, link, title), Today);
    }

    /// <summary>A page with these blocks of linked data.</summary>
    public static string Page(params string[] blocks) =>
        $"<!doctype html><html><head><title>Careers</title>{string.Concat(blocks.Select(block => $"<script type=\"application/ld+json\">{block}</script>"))}</head><body><h1>Jobs</h1><p>Welcome.</p></body></html>";

    public static string[] Doubts(this Captured captured) => [.. captured.Unsure.Order(StringComparer.Ordinal)];
}
