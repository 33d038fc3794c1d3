using JobTracker.Features.SearchSessions;
using JobTracker.Kernel;

namespace JobTracker.Features.Demo;

/// <summary>The search sessions of the made-up person: one that is over, and one that runs.</summary>
internal static class DemoSessions
{
    private const int InTheOpenOne = 8;
    private static readonly TimeSpan Begun = new(2, 3, 14, 52);

    private static readonly (string Company, string City, string Mission, string? Link)[] English =
    [
        ("Penrose Digital", "Leeds", "Junior software engineer", "https://penrose.example/jobs/junior-se"),
        ("Northgate Water", "Newcastle", "Graduate developer", "https://northgatewater.example/grads"),
        ("Cobalt Foundry", "Sheffield", "Graduate data engineer", "https://cobaltfoundry.example/careers/218"),
        ("Larkfield Trains", "York", "Embedded software graduate", null),
        ("Maison Verdier", "Lyon", "Web development placement", "https://verdier.example/recrutement/77"),
        ("Hexa Mobility", "Grenoble", "Back-end placement, real time", "https://hexa-mobility.example/jobs/1042"),
        ("Bank of Solent", "Southampton", "Data engineering graduate", "https://solent.example/early-careers/3391"),
        ("Atelier Lumen", "Nantes", "Front-end engineer", "https://lumen.example/jobs/12"),
        ("Harbour Analytics", "Bristol", "Platform engineer", "https://harbour.example/jobs/platform"),
        ("Quill & Sons", "Cardiff", "Software engineer in test", null),
        ("Tern Aerospace", "Belfast", "Simulation engineer", "https://tern.example/vacancies/88"),
        ("Fennel Foods", "Norwich", "IT graduate scheme", "https://fennel.example/graduates"),
    ];

    private static readonly (string Company, string City, string Mission, string? Link)[] French =
    [
        ("Penrose Numérique", "Lille", "Stage développement logiciel", "https://penrose.example/offres/stage-dev"),
        ("Eaux du Nord", "Dunkerque", "Développeuse débutante", "https://eauxdunord.example/recrutement"),
        ("Fonderie Cobalt", "Saint-Étienne", "Alternance ingénierie des données", "https://cobalt.example/carrieres/218"),
        ("Trains du Larzac", "Rodez", "Logiciel embarqué", null),
        ("Maison Verdier", "Lyon", "Stage développement web", "https://verdier.example/recrutement/77"),
        ("Hexa Mobilité", "Grenoble", "Stage back-end, temps réel", "https://hexa-mobilite.example/offres/1042"),
        ("Banque Solène", "Paris", "Alternance ingénierie des données", "https://solene.example/alternance/3391"),
        ("Atelier Lumen", "Nantes", "Développeuse front-end", "https://lumen.example/offres/12"),
        ("Port Analytique", "Brest", "Ingénieure plateforme", "https://port.example/offres/plateforme"),
        ("Plume et Fils", "Rennes", "Ingénieure tests", null),
        ("Sterne Aéro", "Toulouse", "Ingénieure simulation", "https://sterne.example/offres/88"),
        ("Fenouil & Cie", "Angers", "Jeune diplômée en informatique", "https://fenouil.example/jeunes"),
    ];

    /// <summary>As rows: the finished session, the open one, and their entries.</summary>
    public static IEnumerable<object> Rows(UserId owner, string locale, DateTimeOffset now)
    {
        var lines = locale == Locales.French ? French : English;
        var over = now.AddDays(-40);
        return [.. Session(owner, over, lines[InTheOpenOne..], over.AddHours(2)), .. Session(owner, now - Begun, lines[..InTheOpenOne])];
    }

    private static IEnumerable<object> Session(
        UserId owner,
        DateTimeOffset start,
        (string Company, string City, string Mission, string? Link)[] lines,
        DateTimeOffset? end = null
    )
    {
        var session = SearchSession.Start(owner, start, lines.Length);
        if (end is { } finished)
            session.Finish(finished);
        yield return session;
        for (var at = 0; at < lines.Length; at++)
        {
            var (company, city, mission, link) = lines[at];
            var facts = new EntryFacts
            {
                Company = company,
                City = city,
                Mission = mission,
                Link = link,
            };
            // The newest few minutes ago where it still runs.
            var made = end is null ? start + Begun * (1 - Math.Pow(0.4, at)) : start.AddMinutes(11 * at);
            yield return SearchEntry.Create(owner, session.Id, facts, Calendar.Storable(made));
        }
    }
}
