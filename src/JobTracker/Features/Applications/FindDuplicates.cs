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
        var (near, linked) = await AlikeAsync(owner, foldedCompany, foldedPosition, wanted is null ? null : link, cancel);
        if (near.Count == 0 && linked.Count == 0)
            return [];
        var rows = await db
            .Applications.OwnedBy(owner)
            .Where(row => near.Contains(row.CompanyKey) || linked.Contains(row.Id))
            .OrderByDescending(row => row.CreatedAt)
            .ThenBy(row => row.Id)
            .Select(row => new Row(row.Id, row.Company, row.Position, row.Link, row.Status, row.AppliedOn, row.CreatedAt, Match.Link))
            .ToListAsync(cancel);
        return
        [
            .. rows.Select(row => linked.Contains(row.Id) ? row : row with { Match = Match.Names })
                .Where(row => row.Match == Match.Link || Likeness.AreNearlyEqual(Folding.Fold(row.Position), foldedPosition))
                .OrderBy(row => row.Match)
                .Take(Most),
        ];
    }

    /// <summary>The person's companies that this one may be, and the applications with this link. Of most nothing is alike, and nothing more is read.</summary>
    private async Task<(List<string> Companies, List<Guid> Linked)> AlikeAsync(
        UserId owner,
        string company,
        string position,
        string? link,
        CancellationToken cancel
    )
    {
        var (shortest, longest) = Likeness.LengthsNear(position.Length == 0 ? 0 : company.Length);
        var (key, hash) = (LinkKey.Of(link), LinkKey.HashOf(link));
        // The companies come out of the index alone. Links that have no hash yet (of before the migration) are looked at one by one.
        var candidates = await db
            .Database.SqlQuery<Candidate>(
                $"""
                select distinct null::uuid as "Id", company_key as "Text" from applications
                where user_id = {owner.Value} and deleted_at is null and length(company_key) between {shortest} and {longest}
                union all
                select id, link from applications where user_id = {owner.Value} and deleted_at is null and link_hash = {hash}
                union all
                select id, link from applications where user_id = {owner.Value} and deleted_at is null and link is not null and link_hash is null
                """
            )
            .ToListAsync(cancel);
        return (
            [.. candidates.Where(row => row.Id is null && Likeness.AreNearlyEqual(row.Text, company)).Select(row => row.Text)],
            [.. candidates.Where(row => row.Id is not null && key is not null && LinkKey.Of(row.Text) == key).Select(row => row.Id!.Value)]
        );
    }

    /// <summary>An application with its link, or a company's key.</summary>
    private sealed record Candidate(Guid? Id, string Text);

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
