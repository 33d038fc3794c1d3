using JobTracker.Benchmarks.Houses;
using JobTracker.Benchmarks.Load;
using JobTracker.Testing;

namespace JobTracker.Benchmarks.Growth;

/// <summary>Those who ask in both houses: one who reads, one with very many applications, and one who adds more, which changes nothing for the others.</summary>
internal static class Residents
{
    private const int Reader = 0;
    private const int Collector = 1;
    private const int Writer = 2;
    private const int DeepPage = 1000;

    private static readonly Good Page = new(200, "<main", 1);

    /// <summary>The collector has a thousand pages of ten.</summary>
    public static readonly Census InFull = new([1_000, 10_000, 1_000], []);

    public static readonly Census InShort = new([100, 1_000, 100], []);

    /// <summary>What they ask for.</summary>
    public static async Task<IReadOnlyList<(string Name, Work Work)>> KindsAsync(House house)
    {
        var (pages, deep) = await LastPageAsync(house);
        return
        [
            ("list, first page", new("GET", "/api/applications", house.TokenOf(Reader), Good.List)),
            (
                "long list, first page of ten",
                new("GET", "/api/applications?limit=10", house.TokenOf(Collector), Good.List with { Rows = 10 })
            ),
            ($"long list, page {pages} of ten", new("GET", deep, house.TokenOf(Collector), Good.List with { Rows = 10 })),
            ("search", new("GET", "/search?q=engineer+99", house.CookieOf(Reader), Page)),
            ("board", new("GET", "/board", house.CookieOf(Reader), Page)),
            ("Today", new("GET", "/", house.CookieOf(Reader), Page)),
            ("all figures", new("GET", "/api/statistics/overview", house.TokenOf(Reader), new(200, "\"dashboard\":", 1))),
            ("add an application", new("POST", "/api/applications", house.TokenOf(Writer), Good.Added, house.NewApplication)),
        ];
    }

    /// <summary>From page to page by the cursor that each one gives, as far as there is a page of ten.</summary>
    private static async Task<(int Pages, string Address)> LastPageAsync(House house)
    {
        using var client = new HttpClient { BaseAddress = house.Site };
        client.DefaultRequestHeaders.Authorization = new("Bearer", house.Visitors[Collector].Token);
        var address = "/api/applications?limit=10";
        for (var page = 1; ; page++)
        {
            using var answer = await client.GetAsync(new Uri(address, UriKind.Relative));
            var read = await answer.ReadAsync(200);
            if (page == DeepPage || read["next_cursor"]?.GetValue<string>() is not { } cursor)
                return (page, address);
            address = $"/api/applications?limit=10&cursor={Uri.EscapeDataString(cursor)}";
        }
    }
}
