using JobTracker.Kernel;

namespace JobTracker.Features.Transfer.Import.Foreign;

/// <summary>A link as an earlier system kept it.</summary>
internal static class ForeignLink
{
    /// <summary>As it was meant. Those systems ran on people's own machines too, at any port: no advert stands there.</summary>
    public static string? Clean(string? link, ReadingTerms terms) =>
        Uri.TryCreate(link?.Trim(), UriKind.Absolute, out var address) && address.IsLoopback
            ? TypedLink.Clean(link, [.. terms.OwnHosts, address.Authority])
            : TypedLink.Clean(link, terms.OwnHosts);
}
