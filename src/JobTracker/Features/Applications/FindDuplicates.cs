using JobTracker.Data;
using JobTracker.Kernel;
using Microsoft.EntityFrameworkCore;

namespace JobTracker.Features.Applications;

/// <summary>Applications that may be the same as one about to be added: the same link, or nearly the same company and position.</summary>
public sealed class FindDuplicates(JobTrackerDb db)
{
    private const int Most = 5;

    /// <summary>Why it may be the same.</summary>
    public enum Match
    {
        Link,
        Names,
    }

    public sealed record Row(
        Guid Id,
        string Company,
        string Position,
        string? Link,
        ApplicationStatus Status,
        DateOnly? AppliedOn,
        DateTimeOffset CreatedAt,
        Match Match
    );

    public async Task<IReadOnlyList<Row>> RunAsync(UserId owner, string? company, string? position, string? link, CancellationToken cancel)
    {
        var wanted = LinkKey.Of(link);
        var (foldedCompany, foldedPosition) = (Folding.Fold(company), Folding.Fold(position));
        if (wanted is null && (foldedCompany.Length == 0 || foldedPosition.Length == 0))
            return [];
        var near = await CompaniesLikeAsync(owner, foldedCompany, foldedPosition, cancel);
        if (wanted is null && near.Count == 0)
            return [];
        var piece = LinkKey.LongestPiece(wanted);
        var rows = await db
            .Applications.OwnedBy(owner)
            .Where(row => near.Contains(row.CompanyKey) || (wanted != null && row.Link != null && row.Link.Contains(piece)))
            .OrderByDescending(row => row.CreatedAt)
            .ThenBy(row => row.Id)
            .Select(row => new
            {
                row.Id,
                row.Company,
                row.CompanyKey,
                row.Position,
                row.Link,
                row.Status,
                row.AppliedOn,
                row.CreatedAt,
            })
            .ToListAsync(cancel);
        return
        [
            .. rows.Select(row =>
                    (
                        Row: row,
                        Match: wanted is not null && LinkKey.Of(row.Link) == wanted ? Match.Link
                        : near.Contains(row.CompanyKey) && Likeness.AreNearlyEqual(Folding.Fold(row.Position), foldedPosition) ? Match.Names
                        : (Match?)null
                    )
                )
                .Where(pair => pair.Match is not null)
                .OrderBy(pair => pair.Match)
                .Take(Most)
                .Select(pair => new Row(
                    pair.Row.Id,
                    pair.Row.Company,
                    pair.Row.Position,
                    pair.Row.Link,
                    pair.Row.Status,
                    pair.Row.AppliedOn,
                    pair.Row.CreatedAt,
                    pair.Match!.Value
                )),
        ];
    }

    /// <summary>The person's companies that this one may be, out of the index alone: rows are read only where there is one.</summary>
    private async Task<List<string>> CompaniesLikeAsync(UserId owner, string company, string position, CancellationToken cancel)
    {
        if (company.Length == 0 || position.Length == 0)
            return [];
        var (shortest, longest) = Likeness.LengthsNear(company.Length);
        var companies = await db
            .Applications.OwnedBy(owner)
            .Select(row => row.CompanyKey)
            .Where(key => key.Length >= shortest && key.Length <= longest)
            .Distinct()
            .ToListAsync(cancel);
        return companies.FindAll(key => Likeness.AreNearlyEqual(key, company));
    }

    /// <summary>Which of many are there already: the same link, or the same company and position but for case and accents.</summary>
    /// <returns>Their places in the list.</returns>
    public async Task<IReadOnlySet<int>> KnownAsync(
        UserId owner,
        IReadOnlyList<(string Company, string Position, string? Link)> candidates,
        CancellationToken cancel
    )
    {
        if (candidates.Count == 0)
            return new HashSet<int>();
        var rows = await db
            .Applications.OwnedBy(owner)
            .Select(row => new
            {
                row.CompanyKey,
                row.Position,
                row.Link,
            })
            .ToListAsync(cancel);
        var names = rows.Select(row => (row.CompanyKey, Folding.Fold(row.Position))).ToHashSet();
        var links = rows.Select(row => LinkKey.Of(row.Link)).OfType<string>().ToHashSet(StringComparer.Ordinal);
        return candidates
            .Select((candidate, at) => (candidate, at))
            .Where(it =>
                names.Contains((Folding.Fold(it.candidate.Company), Folding.Fold(it.candidate.Position)))
                || LinkKey.Of(it.candidate.Link) is { } link && links.Contains(link)
            )
            .Select(it => it.at)
            .ToHashSet();
    }
}
