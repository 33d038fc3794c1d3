using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using JobTracker.Features.Applications;
using JobTracker.Features.Transfer.Document;
using JobTracker.Kernel;

namespace JobTracker.Features.Transfer.Import.Matching;

/// <summary>When two rows are the same thing although their ids say nothing of it.</summary>
public static class ContentKey
{
    /// <summary>Company and position whatever their case and accents, the day, and the advert behind the link.</summary>
    public static UInt128 OfApplication(string company, string position, DateOnly? appliedOn, string? link) =>
        Of(
            Folding.Fold(company),
            Folding.Fold(position),
            appliedOn?.DayNumber.ToString(CultureInfo.InvariantCulture) ?? "",
            LinkKey.Of(link) ?? link ?? ""
        );

    /// <summary>The same title over the same words.</summary>
    public static UInt128 OfNote(string title, string content) => Of(title, content);

    /// <summary>Begun at the same moment, with the same submissions.</summary>
    public static UInt128 OfSession(
        DateTimeOffset startedAt,
        IEnumerable<(string Company, string? City, string Mission, string? Link)> entries
    ) =>
        Of([
            Kernel.Calendar.Storable(startedAt).Ticks.ToString(CultureInfo.InvariantCulture),
            .. entries.SelectMany(entry => new[] { entry.Company, entry.City ?? "", entry.Mission, entry.Link ?? "" }),
        ]);

    public static UInt128 OfSession(KeptSession row) =>
        OfSession(row.StartedAt, row.Entries.Select(entry => (entry.Company, entry.City, entry.Mission, entry.Link)));

    private static UInt128 Of(params IReadOnlyList<string> parts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var part in parts)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(part));
            // No text has this byte, so that two texts are never taken for one.
            hash.AppendData([0xFF]);
        }
        return BitConverter.ToUInt128(hash.GetHashAndReset());
    }
}
