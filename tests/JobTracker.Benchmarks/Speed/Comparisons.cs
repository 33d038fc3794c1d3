using JobTracker.Benchmarks.Houses;
using JobTracker.Benchmarks.Load;

namespace JobTracker.Benchmarks.Speed;

/// <summary>What is compared, with the budgets.</summary>
internal sealed class Comparisons(House house)
{
    // The limit's rows lie in "items", whatever they are.
    private static readonly Good Items = new(200, "\"items\":", 1);

    /// <summary>For many people, whose rows the database has to look for.</summary>
    public IReadOnlyList<Comparison> OfMany(CapturedStatement list, CapturedStatement count) =>
        [
            new(
                "list of 25",
                0.6,
                new("GET", "/api/applications", house.Tokens, Good.List),
                new("GET", "/list", house.Tokens, Good.List),
                new("GET", "/list", house.Nobody, Good.List),
                new DatabaseWork(list.PrepareAsync)
            ),
            new(
                "the table's page",
                0.4,
                new("GET", "/applications", house.Cookies, new(200, "id=\"row-", 25)),
                new("GET", "/html", house.Nobody, new(200, "<tr>", 25)),
                OfDatabase: new DatabaseWork(list.PrepareAsync)
            ),
            new(
                "add an application",
                0.5,
                new("POST", "/api/applications", house.Tokens, Good.Added, house.NewApplication),
                new("POST", "/create", house.Tokens, Good.Added, house.NewApplication),
                new("POST", "/create", house.Nobody, Good.Added, house.NewApplication),
                new DatabaseWork(InsertStatement.PrepareAsync),
                "applications"
            ),
            new(
                "sign in",
                0.9,
                new("POST", "/api/auth/login", house.Nobody, new(200, "\"access_token\":", 1), house.SignIn),
                new("POST", "/hash", house.Nobody, new(), house.SignIn)
            ),
            new(
                "landing page",
                0.7,
                new("GET", "/", house.Nobody, new(200, "<html", 1)),
                new("GET", "/static", house.Nobody, new(200, "<html", 1))
            ),
        ];

    /// <summary>For one person, who has the database to themselves.</summary>
    public IReadOnlyList<Comparison> OfOne(CapturedStatement list, CapturedStatement count) =>
        [
            new(
                "all figures",
                0.6,
                new("GET", "/api/statistics/overview", house.Tokens, new(200, "\"dashboard\":", 1)),
                new("GET", "/stats", house.Tokens, Items),
                new("GET", "/stats", house.Nobody, Items),
                new DatabaseWork(count.PrepareAsync)
            ),
        ];
}
