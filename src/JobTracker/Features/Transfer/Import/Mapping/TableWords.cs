using JobTracker.Features.Applications;
using JobTracker.Kernel;

namespace JobTracker.Features.Transfer.Import.Mapping;

/// <summary>Words of other people's tables, in English and French, for what is one of a few things here.</summary>
internal static class TableWords
{
    private static readonly Dictionary<string, ApplicationStatus> Statuses = Of<ApplicationStatus>(
        ("brouillon|to apply|a postuler|todo|wishlist|saved|a faire|not applied", ApplicationStatus.Draft),
        (
            "candidature envoyee|envoyee|envoye|postule|sent|pending|en attente|en cours|submitted|waiting|candidate",
            ApplicationStatus.Applied
        ),
        ("preselection|phone screen|positive|positif|screen|prequalification|reponse positive", ApplicationStatus.Screening),
        ("entretien|interviewing|entretien prevu|entretiens|interview scheduled", ApplicationStatus.Interview),
        ("offre|offered|offer received|offre recue|proposition", ApplicationStatus.Offer),
        ("acceptee|accepte|hired|embauche|accepted offer", ApplicationStatus.Accepted),
        ("refusee|refuse|refus|rejetee|rejete|negative|negatif|declined|rejection|reponse negative", ApplicationStatus.Rejected),
        ("retiree|abandonnee|cancelled|canceled|annulee|annule|abandon|retire|desistement", ApplicationStatus.Withdrawn),
        ("sans reponse|no answer|ghosted|no reply|pas de reponse|aucune reponse", ApplicationStatus.NoResponse)
    );

    private static readonly Dictionary<string, EmploymentType> Types = Of<EmploymentType>(
        ("permanent|full-time|full time|temps plein", EmploymentType.Cdi),
        ("fixed-term|fixed term|temporary contract", EmploymentType.Cdd),
        ("internship|intern|stagiaire", EmploymentType.Stage),
        ("apprenticeship|apprentissage|contrat d'apprentissage|work-study|professionnalisation", EmploymentType.Alternance),
        ("independant|contractor|self-employed", EmploymentType.Freelance),
        ("temp|temporary|agency", EmploymentType.Interim)
    );

    private static readonly Dictionary<string, Channel> Channels = Of<Channel>(
        ("website|site web|site de l'entreprise|company site|site entreprise|careers page|site carriere", Channel.CompanyWebsite),
        ("mail|e-mail|courriel", Channel.Email),
        ("france travail|pole emploi", Channel.PoleEmploi),
        ("cooptation|reseau|network|recommendation|recommandation|contact", Channel.Referral),
        ("autre|others", Channel.Other)
    );

    public static ApplicationStatus? StatusOf(string text) => Find(Statuses, text);

    public static EmploymentType? TypeOf(string text) => Find(Types, text);

    /// <summary>A channel that has no name here is another one.</summary>
    public static Channel? ChannelOf(string text) => Find(Channels, text) ?? Channel.Other;

    public static bool? TruthOf(string text) =>
        Folding.Fold(text) switch
        {
            "yes" or "oui" or "true" or "vrai" or "1" or "x" or "*" or "★" or "y" or "o" => true,
            "no" or "non" or "false" or "faux" or "0" or "-" or "n" => false,
            _ => null,
        };

    private static T? Find<T>(Dictionary<string, T> words, string text)
        where T : struct => words.TryGetValue(Folding.Fold(text.Replace('_', ' ')), out var word) ? word : null;

    private static Dictionary<string, T> Of<T>(params ReadOnlySpan<(string Words, T Meaning)> usual)
        where T : struct, Enum
    {
        var all = Enum.GetValues<T>().ToDictionary(word => Wire.Name(word).Replace('_', ' '), StringComparer.Ordinal);
        foreach (var (words, meaning) in usual)
        foreach (var word in words.Split('|'))
            all[word] = meaning;
        return all;
    }
}
