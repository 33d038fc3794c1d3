using JobTracker.Features.Applications;
using JobTracker.Features.Deliverables;
using JobTracker.Kernel;
using static JobTracker.Features.Deliverables.DeliverableKind;

namespace JobTracker.Features.Demo;

/// <summary>What the made-up person has to hand in: the same every time for the same day and language.</summary>
internal sealed class DemoDeliverables(string locale, DateOnly today, Func<DateOnly, DateTimeOffset> at)
{
    private const int Seed = 20_27;
    private const int Most = 3;
    private const int LongAgo = 75;
    private const int Recent = 12;

    // Around today for what is open; so that there is something late, something today and something ahead.
    private static readonly int?[] OpenDays = [-2, 3, 12, 0, 6, null, 2, 26, -1, 9, 5, 40];

    private readonly Random random = new(Seed);
    private readonly (DeliverableKind Kind, string Title, string? Text)[] things = locale == Locales.French ? French : English;
    private int opened;

    /// <summary>One to three, for applications that still go on.</summary>
    public IEnumerable<Deliverable> For(JobApplication application)
    {
        if (Statuses.IsClosed(application.Status))
            yield break;
        var first = random.Next(things.Length);
        var begun = DateOnly.FromDateTime(application.CreatedAt.UtcDateTime);
        var count = random.Next(1, Most + 1);
        for (var number = 0; number < count; number++)
        {
            var thing = things[(first + number) % things.Length];
            // What was asked for with the application was handed in with it, mostly.
            var isDone = begun < today.AddDays(-LongAgo) || (begun < today.AddDays(-Recent) && number < count - 1);
            yield return isDone ? Done(application, thing, begun) : Open(application, thing);
        }
    }

    private Deliverable Done(JobApplication application, (DeliverableKind, string, string?) thing, DateOnly begun)
    {
        var due = begun.AddDays(random.Next(3, 9));
        var deliverable = Make(application, thing, due, DeliverableState.InProgress);
        deliverable.MoveTo(DeliverableState.Done, at(due.AddDays(-random.Next(0, 2))));
        return deliverable;
    }

    private Deliverable Open(JobApplication application, (DeliverableKind Kind, string Title, string? Text) thing)
    {
        var days = OpenDays[opened++ % OpenDays.Length];
        return Make(
            application,
            thing,
            days is { } ahead ? today.AddDays(ahead) : null,
            thing.Text is null ? DeliverableState.NotStarted : DeliverableState.InProgress
        );
    }

    private static Deliverable Make(
        JobApplication application,
        (DeliverableKind Kind, string Title, string? Text) thing,
        DateOnly? due,
        DeliverableState state
    ) =>
        Deliverable.Create(
            new UserId(application.UserId),
            new DeliverableFacts
            {
                ApplicationId = application.Id,
                Title = thing.Title,
                Kind = thing.Kind,
                DueOn = due,
                State = state,
                Content = thing.Text,
            }.Tidied(),
            application.CreatedAt.AddMinutes(5)
        );

    private static readonly (DeliverableKind, string, string?)[] English =
    [
        (Resume, "CV in English, one page", null),
        (
            CoverLetter,
            "Cover letter",
            "Dear hiring team,\n\nI measure before I change anything: on my last project that cut the import from **40 minutes to 3**.\n\n- what I would bring\n- why your team\n- when I can start"
        ),
        (Question, "“Why us?” in 200 words", "## Draft\n\nYou publish what you measure, and so do I."),
        (Form, "Online application form", null),
        (Other, "Online test, 90 minutes", null),
        (Other, "Reference from Prof. Hale", null),
        (Essay, "Short essay on a technical choice", null),
        (Resume, "CV with projects", null),
    ];

    private static readonly (DeliverableKind, string, string?)[] French =
    [
        (Resume, "CV en français, une page", null),
        (
            CoverLetter,
            "Lettre de motivation",
            "Madame, Monsieur,\n\nJe mesure avant de changer quoi que ce soit : sur mon dernier projet, l’import est passé de **40 minutes à 3**.\n\n- ce que j’apporte\n- pourquoi votre équipe\n- ma date d’arrivée"
        ),
        (Question, "« Pourquoi nous ? » en 200 mots", "## Brouillon\n\nVous publiez ce que vous mesurez, et moi aussi."),
        (Form, "Formulaire de candidature en ligne", null),
        (Other, "Test en ligne, 90 minutes", null),
        (Other, "Convention de stage signée", null),
        (Essay, "Note d’une page sur un choix technique", null),
        (Resume, "CV avec mes projets", null),
    ];
}
