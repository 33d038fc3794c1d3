namespace JobTracker.Features.Transfer.Import.Foreign;

/// <summary>An application as the JobTracker SaaS API names things; all as text, as its three formats have them.</summary>
internal sealed record SaasRow
{
    public string? Entreprise { get; init; }
    public string? Poste { get; init; }
    public string? TypePoste { get; init; }
    public string? Lieu { get; init; }
    public string? Moyen { get; init; }
    public string? DateCandidature { get; init; }
    public string? Lien { get; init; }
    public string? Reponse { get; init; }
    public string? DateReponse { get; init; }
    public string? Commentaire { get; init; }
    public bool? IsFavorite { get; init; }
    public string? CreatedAt { get; init; }
    public string? UpdatedAt { get; init; }
    public IReadOnlyList<SaasInterview?>? Entretiens { get; init; }

    /// <summary>Every text in it.</summary>
    public IEnumerable<string?> Any() =>
        [
            Entreprise,
            Poste,
            TypePoste,
            Lieu,
            Moyen,
            Lien,
            Reponse,
            Commentaire,
            .. (Entretiens ?? []).SelectMany(each => new[] { each?.LieuEntretien, each?.Interviewer, each?.Commentaire }),
        ];
}

internal sealed record SaasInterview
{
    public string? DateEntretien { get; init; }
    public string? TypeEntretien { get; init; }
    public string? FormatEntretien { get; init; }
    public string? LieuEntretien { get; init; }
    public string? Statut { get; init; }
    public string? Interviewer { get; init; }
    public string? Commentaire { get; init; }
}
