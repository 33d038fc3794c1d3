using JobTracker.Features.Applications;
using static JobTracker.Features.Applications.ApplicationStatus;

namespace JobTracker.Features.Demo;

/// <summary>The search of a made-up person: the same every time for the same day and language.</summary>
internal sealed class DemoStory(DemoWords words, DateOnly today)
{
    public const int Applications = 60;
    private const int Months = 9;
    private const int Seed = 20_26;

    /// <summary>One application as it began, and where it went on which day.</summary>
    public sealed record Chapter(ApplicationFacts Facts, DateOnly BegunOn, IReadOnlyList<(ApplicationStatus Status, DateOnly On)> Moves);

    // What becomes of an application, and how often; the days between the moves follow in order.
    private static readonly (int Weight, ApplicationStatus[] Moves)[] Ways =
    [
        (22, [Applied, NoResponse]),
        (12, [Applied, Rejected]),
        (8, [Applied, Screening, Rejected]),
        (6, [Applied, Screening, Interview, Rejected]),
        (3, [Applied, Screening, Interview, Offer]),
        (3, [Applied, Screening, Withdrawn]),
        (4, [Applied, Screening, Interview]),
        (6, [Applied]),
    ];

    // What is under way today, so that every column of the board has something in it.
    private static readonly Dictionary<int, ApplicationStatus[]> Now = new()
    {
        [42] = [Applied, Screening, Interview],
        [46] = [Applied, Screening, Interview, Offer],
        [49] = [Applied, Screening, Interview],
        [51] = [Applied, Screening],
        [53] = [Applied, Screening],
    };

    private readonly Random random = new(Seed);

    public IReadOnlyList<Chapter> Chapters() => [.. Enumerable.Range(0, Applications).Select(Chapter_)];

    private Chapter Chapter_(int number)
    {
        // Older ones first, thicker towards today, as a search goes.
        var share = Math.Sqrt((number + 1) / (double)Applications);
        var age = (int)Math.Round((1 - share) * Months * 30);
        var begun = DemoChances.WorkingDay(today.AddDays(-age), random);
        var moves = number >= Applications - 3 ? [] : Moves(number, begun);
        var facts = Facts(number, begun) with
        {
            Channel = DemoChances.ChannelOf(isAnswered: moves is [_, var (next, _), ..] && next != NoResponse, random),
        };
        // A draft closes soon, an offer waits for its answer.
        if (moves is [] or [.., (Offer, _)])
            facts = facts with { DueOn = today.AddDays(2 + number % 5) };
        return new Chapter(facts, begun, moves);
    }

    private List<(ApplicationStatus Status, DateOnly On)> Moves(int number, DateOnly begun)
    {
        var way = Now.TryGetValue(number, out var told) ? told : Pick();
        var moves = new List<(ApplicationStatus Status, DateOnly On)>();
        var on = begun;
        foreach (var status in way)
        {
            // What has not happened by today has not happened.
            if (on > today)
                break;
            moves.Add((status, on));
            on = on.AddDays(
                told is not null ? random.Next(5, 9)
                : status != Applied ? random.Next(4, 15)
                : way[^1] == NoResponse ? random.Next(28, 45)
                : DemoChances.DaysToAnswer(random)
            );
        }
        if (told is null && Ending(moves) is { } end && end.On <= today)
            moves.Add(end);
        return moves;
    }

    /// <summary>Nothing stays open for ever.</summary>
    private static (ApplicationStatus Status, DateOnly On)? Ending(List<(ApplicationStatus Status, DateOnly On)> moves) =>
        moves switch
        {
            [.., (Applied, var on)] => (NoResponse, on.AddDays(24)),
            [.., (Screening, var on)] => (Rejected, on.AddDays(21)),
            [.., (Interview, var on)] => (Rejected, on.AddDays(26)),
            [.., (Offer, var on)] => (Withdrawn, on.AddDays(14)),
            _ => null,
        };

    private ApplicationStatus[] Pick()
    {
        var at = random.Next(Ways.Sum(way => way.Weight));
        foreach (var (weight, moves) in Ways)
            if ((at -= weight) < 0)
                return moves;
        return Ways[^1].Moves;
    }

    private ApplicationFacts Facts(int number, DateOnly begun)
    {
        var company = words.Companies[number % words.Companies.Count];
        var (position, type) = words.Positions[random.Next(words.Positions.Count)];
        var slug = string.Concat(Kernel.Folding.Fold(company).Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : '-'));
        return new ApplicationFacts
        {
            Company = company,
            Position = position,
            EmploymentType = type,
            Location = words.Places[random.Next(words.Places.Count)],
            Link = $"https://{slug}.example/jobs/{1000 + number}",
            Salary = random.Next(3) == 0 ? words.Salaries[random.Next(words.Salaries.Count)] : null,
            Contact = random.Next(3) == 0 ? words.Contacts[random.Next(words.Contacts.Count)] : null,
            DueOn = random.Next(2) == 0 ? begun.AddDays(random.Next(5, 20)) : null,
            Comment = words.Comments[random.Next(words.Comments.Count)],
            Posting = string.Format(System.Globalization.CultureInfo.InvariantCulture, words.Posting, company, position),
            IsFavorite = number % 9 == 0,
        };
    }
}
