using Microsoft.Extensions.Localization;

namespace JobTracker.Features.Transfer.Import;

/// <summary>What has to be known to read a file that does not say everything itself.</summary>
/// <param name="Zone">The person's: times without an offset are meant there.</param>
/// <param name="Today">There.</param>
/// <param name="Now">When it is imported, for rows that do not say when they were made.</param>
/// <param name="OwnHosts">Where this server is reached: some links begin with it by mistake.</param>
/// <param name="T">For the sentences.</param>
public sealed record ReadingTerms(
    string Zone,
    DateOnly Today,
    DateTimeOffset Now,
    IReadOnlyCollection<string> OwnHosts,
    IStringLocalizer T
);
