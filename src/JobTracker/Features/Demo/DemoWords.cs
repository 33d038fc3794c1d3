using JobTracker.Features.Applications;
using JobTracker.Kernel;

namespace JobTracker.Features.Demo;

/// <summary>The words of the demo in one language. Every company and person is made up.</summary>
internal sealed record DemoWords
{
    public required string FullName { get; init; }
    public required string TimeZone { get; init; }
    public required IReadOnlyList<(string Position, EmploymentType Type)> Positions { get; init; }
    public required IReadOnlyList<string> Places { get; init; }
    public required IReadOnlyList<string> Salaries { get; init; }
    public required IReadOnlyList<string> Contacts { get; init; }
    public required IReadOnlyList<string?> Comments { get; init; }

    /// <summary>With places for company and position.</summary>
    public required string Posting { get; init; }

    public IReadOnlyList<string> Companies { get; } =
    [
        "Kestrel Maps",
        "Atelier Nord",
        "Thornbury Labs",
        "Orsay Biotech",
        "Halle Robotique",
        "Brightwater Energy",
        "Pergola Santé",
        "Éditions Garance",
        "Lisière Conseil",
        "Alder Health",
        "Sillon Agritech",
        "Cap Horn Logistique",
        "Fenwick & Rowe",
        "Quayside Robotics",
        "Tern Payments",
        "Vauban Assurances",
        "Cobalt Rail",
        "Maison Delorme",
        "Northwind Atlas",
        "Lumen Verre",
        "Pointe Sèche Studio",
        "Granite Cloud",
        "Belle-Rive Transports",
        "Ostrea Marine",
        "Hexane Chimie",
        "Blackthorn Games",
        "Coteaux Numériques",
        "Larkspur Learning",
        "Minerva Archives",
        "Passerelle Emploi",
        "Redwood Optics",
        "Sarcelle Mobilités",
        "Tamaris Conseil",
        "Umber Analytics",
        "Violette & Fils",
        "Westerly Wind",
        "Ypres Textile",
        "Zéphyr Aéro",
        "Aubépine Santé",
        "Bramble Foods",
    ];

    public static DemoWords Of(string locale) => locale == Locales.French ? French : English;

    private static readonly DemoWords English = new()
    {
        FullName = "Camille Rousseau",
        TimeZone = "Europe/London",
        Positions =
        [
            ("Graduate software engineer", EmploymentType.Cdi),
            ("Backend developer intern", EmploymentType.Stage),
            ("Junior data engineer", EmploymentType.Cdi),
            ("Embedded systems intern", EmploymentType.Stage),
            ("Associate platform engineer", EmploymentType.Cdd),
            ("Product analyst apprentice", EmploymentType.Alternance),
            ("Front-end developer", EmploymentType.Freelance),
            ("Site reliability intern", EmploymentType.Stage),
        ],
        Places = ["London, hybrid", "Cambridge", "Bristol", "Leeds", "Manchester", "Paris", "Lyon", "Remote"],
        Salaries = ["£32,000 a year", "£38,000 a year", "£1,900 a month", "€1,450 a month"],
        Contacts = ["Hannah Whitlock, recruiter", "Owen Price, team lead", "Careers desk", "Priya Nair, talent partner"],
        Comments =
        [
            null,
            "Met the team at the careers fair. They ask for a short code sample.",
            "Mention the R-tree project and the measurements.",
            "Small team, on call one week in six. Ask how new people are mentored.",
            "Found through a former classmate; she can say a word for me.",
        ],
        Posting = """
            {0} is looking for: {1}.

            What you will do
            - Ship small changes to a service that people use every day
            - Measure before and after, and write down what you found
            - Review the work of others, and have yours reviewed

            What you bring
            - One language you know well, and curiosity about the next
            - Clear writing, in English
            """,
    };

    private static readonly DemoWords French = new()
    {
        FullName = "Camille Rousseau",
        TimeZone = "Europe/Paris",
        Positions =
        [
            ("Stage développement back-end", EmploymentType.Stage),
            ("Développeuse C# débutante", EmploymentType.Cdi),
            ("Alternance ingénierie des données", EmploymentType.Alternance),
            ("Stage produit et données", EmploymentType.Stage),
            ("Ingénieure logiciel embarqué", EmploymentType.Cdi),
            ("Développeuse full-stack junior", EmploymentType.Cdd),
            ("Stage fiabilité des systèmes", EmploymentType.Stage),
            ("Mission intégration web", EmploymentType.Freelance),
        ],
        Places = ["Paris 10e", "Lyon", "Nantes", "Rennes (35), hybride", "Toulouse", "Nancy", "Grenoble", "Télétravail"],
        Salaries = ["34 k€ brut par an", "38 k€ brut par an", "1 450 € par mois", "65 % du Smic"],
        Contacts = ["Mme Lévêque, recrutement", "Karim Benali, responsable d’équipe", "Service carrières", "Élodie Marchand, RH"],
        Comments =
        [
            null,
            "Équipe rencontrée au forum des métiers. Ils demandent un extrait de code.",
            "Parler du projet d’arbre R et des mesures.",
            "Petite équipe, astreinte une semaine sur six. Demander comment les nouveaux sont accompagnés.",
            "Trouvée grâce à une ancienne camarade, qui peut appuyer ma candidature.",
        ],
        Posting = """
            {0} recherche : {1}.

            Vos missions
            - Livrer de petites évolutions d’un service utilisé chaque jour
            - Mesurer avant et après, et consigner vos observations
            - Relire le travail des autres et faire relire le vôtre

            Votre profil
            - Un langage que vous maîtrisez, et l’envie d’en apprendre un autre
            - Une écriture claire, en français
            """,
    };
}
