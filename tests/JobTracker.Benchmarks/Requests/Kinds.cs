using JobTracker.Benchmarks.Houses;
using JobTracker.Benchmarks.Load;

namespace JobTracker.Benchmarks.Requests;

/// <summary>What people and programs ask for most.</summary>
internal static class Kinds
{
    /// <summary>Who looks at what does not change.</summary>
    private const int Reader = 0;

    /// <summary>Who adds applications.</summary>
    private const int Writer = 1;

    /// <summary>Both of them.</summary>
    public const int Visitors = 2;

    private static readonly Good Page = new(200, "<main", 1);

    /// <param name="house">Where.</param>
    /// <param name="application">One of the reader's.</param>
    public static IReadOnlyList<(string Name, Work Work)> Of(House house, string application) =>
        [
            ("list of 25, API", new("GET", "/api/applications", house.TokenOf(Reader), Good.List)),
            ("the table's page", new("GET", "/applications", house.CookieOf(Reader), new(200, "id=\"row-", 25))),
            ("add an application, API", new("POST", "/api/applications", house.TokenOf(Writer), Good.Added, house.NewApplication)),
            ("sign in, API", new("POST", "/api/auth/login", house.Nobody, new(200, "\"access_token\":", 1), house.SignIn)),
            ("landing page", new("GET", "/", house.Nobody, Page)),
            ("all figures, API", new("GET", "/api/statistics/overview", house.TokenOf(Reader), new(200, "\"dashboard\":", 1))),
            ("board", new("GET", "/board", house.CookieOf(Reader), Page)),
            ("Today", new("GET", "/", house.CookieOf(Reader), Page)),
            ("search", new("GET", "/search?q=engineer+99", house.CookieOf(Reader), Page)),
            ("an application's page", new("GET", $"/applications/{application}", house.CookieOf(Reader), Page)),
        ];
}
