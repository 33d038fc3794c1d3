using System.Globalization;
using JobTracker.Benchmarks.Houses;
using JobTracker.Benchmarks.Load;

namespace JobTracker.Benchmarks.Growth;

/// <summary>Whether a person's requests take more when a million rows of others lie between theirs.</summary>
internal static class GrowthTest
{
    private const int Rounds = 5;
    private const int People = 20_000;
    private const int Applications = 1_000_000;
    private const double Budget = 1.3;

    private static readonly TimeSpan Full = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Quick = TimeSpan.FromSeconds(1);

    public static async Task RunAsync(string program, bool quick)
    {
        var few = quick ? Residents.InShort : Residents.InFull;
        var many = quick ? few.Among(200, 10_000) : few.Among(People, Applications);
        Report.Section(
            "Growth",
            string.Create(
                CultureInfo.InvariantCulture,
                $"The same people alone in a database ({few.Visitors.Sum():N0} applications), and among {many.Visitors.Count + many.Crowd.Count:N0} people with "
                    + $"{many.Visitors.Sum() + many.Crowd.Sum():N0} applications and three times as many status changes. Processor time of the app and of "
                    + $"PostgreSQL together, for each request; both sides take turns."
            )
        );
        Report.Progress("Growth: moving in the few.");
        await using var small = await House.BuildAsync(program, few);
        Report.Progress("Growth: moving in the many.");
        var begun = TimeProvider.System.GetTimestamp();
        await using var large = await House.BuildAsync(program, many);
        var took = TimeProvider.System.GetElapsedTime(begun);

        var kinds = await Residents.KindsAsync(small);
        var amongMany = await Residents.KindsAsync(large);
        var pairs = kinds.Zip(amongMany, (one, other) => new Pair(one.Name, one.Work, other.Work)).ToList();
        for (var round = quick ? 0 : -1; round < (quick ? 1 : Rounds); round++)
        {
            Report.Progress(round < 0 ? "Growth: warming up." : $"Growth: round {round + 1}.");
            foreach (var pair in pairs)
                await pair.MeasureAsync(small, large, quick ? Quick : Full, round);
        }
        Report.Head("request", "alone, app + PostgreSQL, µs", "among many, app + PostgreSQL, µs", "ratio: median (range)", "budget", "");
        foreach (var pair in pairs)
            pair.Print(Budget);
        Report.Paragraph($"Moving the many in took {took.TotalSeconds:0} s.");
    }

    private sealed record Pair(string Name, Work Alone, Work AmongMany)
    {
        private readonly List<(Expense Alone, Expense AmongMany)> rounds = [];

        /// <summary>A round before the first one only warms up.</summary>
        public async Task MeasureAsync(House small, House large, TimeSpan time, int round)
        {
            Expense? alone = null;
            if (round % 2 == 0)
                alone = await OfAsync(small, Alone, time);
            var amongMany = await OfAsync(large, AmongMany, time);
            alone ??= await OfAsync(small, Alone, time);
            if (round >= 0)
                rounds.Add((alone, amongMany));
        }

        private static async Task<Expense> OfAsync(House house, Work work, TimeSpan time)
        {
            var expense = await Expense.OfAsync(house, work, time);
            if (work.Method == "POST")
                await Furniture.ClearUpAsync(house.ConnectionString);
            return expense;
        }

        public void Print(double budget)
        {
            var ratio = Figures.Of(rounds, round => round.AmongMany.Total / round.Alone.Total);
            Report.Row(
                Name,
                Parts(round => round.Alone),
                Parts(round => round.AmongMany),
                ratio.WithRange("0.00"),
                string.Create(CultureInfo.InvariantCulture, $"≤ {budget:0.0}"),
                Report.Verdict(ratio.Median <= budget)
            );
        }

        private string Parts(Func<(Expense Alone, Expense AmongMany), Expense> side) =>
            $"{Figures.Of(rounds, round => side(round).App.TotalMicroseconds).Alone("0")} + "
            + Figures.Of(rounds, round => side(round).Database.TotalMicroseconds).Alone("0");
    }
}
