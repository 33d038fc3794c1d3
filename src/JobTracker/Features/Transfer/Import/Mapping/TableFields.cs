using JobTracker.Kernel;

namespace JobTracker.Features.Transfer.Import.Mapping;

/// <summary>The fields that a column of an unknown table can be, with the headings that they usually have, in English and French.</summary>
public static class TableFields
{
    public const string Company = "company";
    public const string Position = "position";
    public const string Status = "status";
    public const string AppliedOn = "applied_on";
    public const string RespondedOn = "responded_on";
    public const string DueOn = "due_on";

    /// <summary>In the order of the form.</summary>
    public static readonly IReadOnlyList<string> All =
    [
        Company,
        Position,
        Status,
        AppliedOn,
        RespondedOn,
        DueOn,
        "location",
        "employment_type",
        "channel",
        "link",
        "salary",
        "contact",
        "comment",
        "posting",
        "is_favorite",
    ];

    /// <summary>Those that hold days.</summary>
    public static readonly IReadOnlyList<string> Days = [AppliedOn, RespondedOn, DueOn];

    // Folded. What is said first is surest.
    private static readonly Dictionary<string, string[]> Usual = new(StringComparer.Ordinal)
    {
        [Company] =
        [
            "company",
            "entreprise",
            "employer",
            "employeur",
            "societe",
            "organisation",
            "organization",
            "company name",
            "nom de l'entreprise",
            "firme",
            "structure",
        ],
        [Position] =
        [
            "position",
            "poste",
            "job title",
            "title",
            "role",
            "intitule",
            "intitule du poste",
            "mission",
            "job",
            "metier",
            "offre",
            "fonction",
        ],
        [Status] = ["status", "statut", "etat", "state", "stage", "reponse", "response", "etape", "avancement", "result", "resultat"],
        [AppliedOn] =
        [
            "applied on",
            "applied",
            "date applied",
            "application date",
            "date de candidature",
            "date candidature",
            "candidature",
            "date d'envoi",
            "envoye le",
            "sent on",
            "date",
        ],
        [RespondedOn] = ["responded on", "response date", "date de reponse", "date reponse", "answered on", "reponse le"],
        [DueOn] = ["due on", "deadline", "due", "due date", "date limite", "echeance", "closing date", "cloture"],
        ["location"] = ["location", "city", "lieu", "ville", "place", "localisation", "localite"],
        ["employment_type"] = ["employment type", "contract", "contract type", "type", "type de contrat", "contrat", "type de poste"],
        ["channel"] = ["channel", "source", "moyen", "canal", "via", "method", "site", "plateforme", "platform"],
        ["link"] = ["link", "url", "lien", "job link", "annonce", "website", "lien de l'offre", "offer link", "lien offre"],
        ["salary"] = ["salary", "salaire", "pay", "remuneration", "compensation", "wage"],
        ["contact"] = ["contact", "recruiter", "recruteur", "contact person", "interlocuteur", "email", "e-mail", "contact name"],
        ["comment"] = ["comment", "comments", "notes", "note", "commentaire", "commentaires", "remarques", "remarks", "observations"],
        ["posting"] = ["posting", "description", "job description", "annonce complete", "texte de l'annonce", "descriptif"],
        ["is_favorite"] = ["favorite", "favourite", "favori", "is favorite", "starred", "favoris"],
    };

    /// <summary>Which column is what, by the headings; each column at most once.</summary>
    public static Dictionary<string, int> Guess(IReadOnlyList<string> heading)
    {
        var words = heading.Select(text => Folding.Fold(text.Replace('_', ' '))).ToList();
        var found = new Dictionary<string, int>(StringComparer.Ordinal);
        // Exact words of every field before any field takes what only begins like one of its words.
        foreach (var isExact in (bool[])[true, false])
        foreach (var field in All.Where(field => !found.ContainsKey(field)))
        {
            var at = Usual[field]
                .Select(usual =>
                    words.FindIndex(word =>
                        !found.ContainsValue(words.IndexOf(word))
                        && (isExact ? word == usual : usual.Length > 3 && word.Contains(usual, StringComparison.Ordinal))
                    )
                )
                .FirstOrDefault(place => place >= 0 && !found.ContainsValue(place), -1);
            if (at >= 0)
                found[field] = at;
        }
        return found;
    }
}
