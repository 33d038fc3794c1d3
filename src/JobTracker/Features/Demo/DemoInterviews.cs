using JobTracker.Features.Applications;
using JobTracker.Features.Interviews;
using JobTracker.Kernel;

namespace JobTracker.Features.Demo;

/// <summary>The interviews of the made-up person: rounds that took place where an application got so far, and a few to come.</summary>
internal sealed class DemoInterviews(string locale, string homeZone, DateTimeOffset now)
{
    private readonly Words words = locale == Locales.French ? Words.French : Words.English;
    private readonly DateOnly today = Calendar.DayOf(now, homeZone);
    private int rounds;
    private int ahead;

    // Days from today, the time on the clock there, and how people meet. The first is agreed in another zone.
    private static readonly (int Days, TimeOnly Time, int Minutes, InterviewType Type, InterviewFormat Format)[] Ahead =
    [
        (2, new TimeOnly(10, 0), 60, InterviewType.Technical, InterviewFormat.Video),
        (5, new TimeOnly(14, 30), 45, InterviewType.Manager, InterviewFormat.InPerson),
        (10, new TimeOnly(9, 15), 30, InterviewType.Hr, InterviewFormat.Phone),
        (13, new TimeOnly(16, 0), 90, InterviewType.Final, InterviewFormat.InPerson),
    ];

    /// <summary>Those of one application; applications come in the same order every time.</summary>
    public IEnumerable<Interview> Of(UserId owner, JobApplication application, IEnumerable<StatusChange> history)
    {
        var facts = Past(application, history).Where(round => round.StartsAt < now.AddHours(-2)).ToList();
        if (application.Status is ApplicationStatus.Interview or ApplicationStatus.Screening && ahead < Ahead.Length)
            facts.Add(Next(application));
        return facts.Select(round => Interview.Create(owner, round, homeZone, round.StartsAt < now ? round.StartsAt!.Value : now));
    }

    private IEnumerable<InterviewFacts> Past(JobApplication application, IEnumerable<StatusChange> history)
    {
        if (history.FirstOrDefault(change => change.Status == ApplicationStatus.Interview) is not { } reached)
            yield break;
        yield return Held(application, Working(reached.OccurredOn), new TimeOnly(9, 30), InterviewType.Hr, InterviewFormat.Phone);
        if (rounds % 2 == 1)
            yield return Held(
                application,
                Working(reached.OccurredOn.AddDays(3)),
                new TimeOnly(15, 0),
                InterviewType.Technical,
                InterviewFormat.Video
            );
    }

    private InterviewFacts Held(JobApplication application, DateOnly on, TimeOnly at, InterviewType type, InterviewFormat format)
    {
        var debrief = words.Debriefs[rounds++ % words.Debriefs.Count];
        return new InterviewFacts
        {
            ApplicationId = application.Id,
            StartsAt = ZonedTime.InstantsOf(on, at, homeZone)[0],
            TimeZone = homeZone,
            DurationMinutes = type == InterviewType.Hr ? 30 : 60,
            Type = type,
            Format = format,
            Status = InterviewStatus.Completed,
            Interviewer = application.Contact ?? words.Interviewers[rounds % words.Interviewers.Count],
            Debrief = debrief,
        };
    }

    private InterviewFacts Next(JobApplication application)
    {
        var (days, time, minutes, type, format) = Ahead[ahead];
        var zone = ahead == 0 ? words.OtherZone : homeZone;
        var facts = new InterviewFacts
        {
            ApplicationId = application.Id,
            StartsAt = ZonedTime.InstantsOf(Working(today.AddDays(days)), time, zone)[0],
            TimeZone = zone,
            DurationMinutes = minutes,
            Type = type,
            Format = format,
            Location = words.Locations[ahead],
            Interviewer = words.Interviewers[ahead % words.Interviewers.Count],
            Comment = ahead < 2 ? words.Preparation : null,
        };
        ahead++;
        return facts;
    }

    /// <summary>Nobody interviews on a Saturday or a Sunday.</summary>
    private static DateOnly Working(DateOnly day) =>
        day.DayOfWeek switch
        {
            DayOfWeek.Saturday => day.AddDays(2),
            DayOfWeek.Sunday => day.AddDays(1),
            _ => day,
        };

    private sealed record Words(
        string OtherZone,
        IReadOnlyList<string?> Locations,
        IReadOnlyList<string> Interviewers,
        IReadOnlyList<string> Debriefs,
        string Preparation
    )
    {
        public static readonly Words English = new(
            "Europe/Paris",
            ["https://meet.example/rooms/412-883", "12 Bridge Street, second floor", "+44 20 7946 0123", "The Old Mill, ask for reception"],
            ["Hannah Whitlock and Owen Price", "Priya Nair, engineering manager", "Careers desk", "Sofia Lind, tiles team"],
            [
                "Friendly call. They wanted to know **why maps**, and when I could start.\n\nNext: a technical round within two weeks.",
                "Two exercises: a rate limiter and a code review.\n\n- I should have asked about the load earlier\n- They liked the tests",
                "Mostly about working together. I told the story of the failed migration, and what I changed afterwards.",
            ],
            "**Stories**\n- The R-tree project, with the measurements\n- The migration that failed, and what I changed\n\n**To ask**\n- How are new people mentored?\n- What does on call look like?"
        );

        public static readonly Words French = new(
            "Europe/London",
            [
                "https://visio.example/salles/412-883",
                "12 rue du Pont, deuxième étage",
                "01 99 00 12 34",
                "Le Vieux Moulin, se présenter à l’accueil",
            ],
            ["Mme Lévêque et Karim Benali", "Élodie Marchand, responsable technique", "Service carrières", "Sofia Lind, équipe tuiles"],
            [
                "Échange agréable. On m’a demandé **pourquoi ce métier** et quand je pourrais commencer.\n\nSuite : un entretien technique sous quinze jours.",
                "Deux exercices : un limiteur de débit et une relecture de code.\n\n- J’aurais dû demander plus tôt quelle était la charge\n- Les tests ont plu",
                "Surtout le travail en équipe. J’ai raconté la migration ratée, et ce que j’ai changé ensuite.",
            ],
            "**À raconter**\n- Le projet d’arbre R, avec les mesures\n- La migration ratée, et ce que j’ai changé\n\n**À demander**\n- Comment les nouveaux sont-ils accompagnés ?\n- Comment se passent les astreintes ?"
        );
    }
}
