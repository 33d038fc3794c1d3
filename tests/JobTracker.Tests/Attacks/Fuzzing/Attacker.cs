using System.Text;
using JobTracker.Testing;
using JobTracker.Tests.Architecture;
using JobTracker.Tests.Web.Documents;

namespace JobTracker.Tests.Attacks.Fuzzing;

/// <summary>Who sends the hostile requests: somebody with rows of their own, and an administrator for the routes of those.</summary>
internal sealed class Attacker : IDisposable
{
    public const string Administration = "/api/admin/";

    private readonly Possessions has;
    private readonly TestUser admin;
    private readonly TestUser subject;
    private readonly HttpClient line;

    private Attacker(JobTrackerApp app, Possessions has, TestUser admin, TestUser subject)
    {
        (this.has, this.admin, this.subject) = (has, admin, subject);
        line = new HttpClient(
            new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                UseCookies = false,
                RequestHeaderEncodingSelector = (_, _) => Encoding.UTF8,
            }
        )
        {
            BaseAddress = app.Address,
        };
    }

    /// <summary>Ids of rows that this person may name.</summary>
    public IReadOnlyList<string> Ids => [.. has.Ids.Values.Distinct()];

    public Guid Id => has.User.Id;
    public string Application => has.Ids["/api/applications/{id:guid}"];

    public static async Task<Attacker> CreateAsync(AttackSite site)
    {
        var somebody = await site.SomebodyAsync();
        await somebody.User.AddAsync();
        return new Attacker(site.App, somebody, await site.App.RegisterAdminAsync(), await site.App.RegisterAsync());
    }

    /// <summary>A mark of the next page.</summary>
    public static async Task<string> CursorAsync(Possessions whose) =>
        Uri.EscapeDataString((await whose.User.GetAsync("/api/applications?limit=1")).Text("next_cursor")!);

    public Task<string> CursorAsync() => CursorAsync(has);

    /// <summary>The own row that a template of the document asks for, told by the template up to its parameter.</summary>
    public string IdOf(string upTo)
    {
        if (upTo.StartsWith(Administration, StringComparison.Ordinal))
            return subject.Id.ToString();
        var key = upTo.Replace("}", ":guid}", StringComparison.Ordinal);
        return has.Ids.GetValueOrDefault(key) ?? "nonsense";
    }

    public async Task<HttpResponseMessage> SendAsync(Call call)
    {
        using var request = call.Request();
        var who = call.Operation.Path.StartsWith(Administration, StringComparison.Ordinal) ? admin : has.User;
        request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {who.Token}");
        return await line.SendAsync(request);
    }

    public void Dispose()
    {
        has.Dispose();
        admin.Dispose();
        subject.Dispose();
        line.Dispose();
    }
}
