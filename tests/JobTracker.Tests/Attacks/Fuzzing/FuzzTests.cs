using System.Globalization;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using JobTracker.Tests.Features.Files;
using JobTracker.Tests.Web.Documents;

namespace JobTracker.Tests.Attacks.Fuzzing;

/// <summary>
/// Hostile requests to every route of the document, made from ones that are right. The same each time; <c>FUZZ_SEED</c> makes others, and
/// <c>FUZZ_CASES</c> more of them.
/// </summary>
[Collection(AttackSite.Name)]
public sealed class FuzzTests(AttackSite site)
{
    private const int UsualCases = 20;
    private const int Size = 30;

    private static readonly ulong Seed = ulong.Parse(
        Environment.GetEnvironmentVariable("FUZZ_SEED") ?? "20261121",
        CultureInfo.InvariantCulture
    );
    private static readonly int Cases = int.Parse(
        Environment.GetEnvironmentVariable("FUZZ_CASES") ?? $"{UsualCases}",
        CultureInfo.InvariantCulture
    );

    [Fact]
    public async Task No_request_makes_the_site_fail_tell_of_its_workings_or_give_away_what_is_somebody_elses()
    {
        using var victim = await Victim.CreateAsync(site);
        var contract = await Contract.ReadAsync(site.App);
        var complaints = new List<string>();
        var attacker = await Attacker.CreateAsync(site);
        foreach (var (number, operation) in contract.Operations.Index())
        {
            string[] cursors = [await Attacker.CursorAsync(victim.Has), await attacker.CursorAsync()];
            var calls = CallsOf(contract, operation, attacker, victim, cursors);
            var mayGoOn = true;
            foreach (var call in Gen.Sample(calls, Size, new Rnd(Seed, 2 * (ulong)number + 1), Cases))
            {
                using var answer = await attacker.SendAsync(call);
                if (await AnswerRules.ComplaintAsync(call, answer) is { } complaint)
                    complaints.Add($"{call}\n    {complaint}");
                mayGoOn &= !EndsSomething(operation, answer);
            }
            if (!mayGoOn)
                attacker = await AnotherAsync(attacker);
        }
        attacker.Dispose();
        await victim.AssertUntouchedAsync();
        Assert.True(
            complaints is [],
            $"FUZZ_SEED={Seed} FUZZ_CASES={Cases}, {complaints.Count} answers:\n{string.Join('\n', complaints.Take(40))}"
        );
    }

    private async Task<Attacker> AnotherAsync(Attacker before)
    {
        before.Dispose();
        return await Attacker.CreateAsync(site);
    }

    /// <summary>What was there may be gone now, and with it what the next requests are about.</summary>
    private static bool EndsSomething(Contract.Described operation, HttpResponseMessage answer) =>
        (int)answer.StatusCode == 401
        || (
            answer.IsSuccessStatusCode
            && (
                operation.Method == "DELETE"
                || operation.Id
                    is "deleteApplications"
                        or "changePassword"
                        or "deactivateUser"
                        or "finishSession"
                        or "logout"
                        or "logoutEverywhere"
            )
        );

    private static Gen<Call> CallsOf(Contract contract, Contract.Described operation, Attacker attacker, Victim victim, string[] cursors)
    {
        string[] ids = [.. attacker.Ids, .. victim.Ids];
        string[] foreign = operation.Path.StartsWith(Attacker.Administration, StringComparison.Ordinal)
            ? [Guid.Empty.ToString()]
            : [.. victim.Ids];
        var path = HostileParameters.Path(operation.Path, attacker.IdOf, foreign);
        var query = HostileParameters.Query(QueryOf(contract, operation), ids, cursors);
        return from address in path
            from asked in query
            from headers in HostileParameters.Headers
            from body in BodiesOf(contract, operation, attacker, ids)
            select new Call(operation, address + asked, headers, body);
    }

    private static Gen<HostileBody?> BodiesOf(Contract contract, Contract.Described operation, Attacker attacker, string[] ids)
    {
        if (operation.RequestExample?.DeepClone() is JsonObject example)
        {
            if (example.ContainsKey("application_id"))
                example["application_id"] = attacker.Application;
            var fields = contract.Resolve(operation.RequestSchema!)["properties"]?.AsObject().Select(field => field.Key).ToArray();
            return HostileBody.Of(example, fields ?? [.. example.Select(field => field.Key)], ids).Select(body => (HostileBody?)body);
        }
        if (operation.Operation["requestBody"] is not null)
        {
            using var form = Samples.Form("cv.pdf", Samples.Pdf);
            var bytes = form.ReadAsByteArrayAsync().GetAwaiter().GetResult();
            return HostileBody.OfForm(bytes, form.Headers.ContentType!.ToString()).Select(body => (HostileBody?)body);
        }
        return Gen.Frequency(
            (9, Gen.Constant((HostileBody?)null)),
            (1, HostileJson.Any.Select(HostileBody.OfText).Select(body => (HostileBody?)body))
        );
    }

    private static string[] QueryOf(Contract contract, Contract.Described operation) =>
        [
            .. (operation.Operation["parameters"]?.AsArray() ?? [])
                .Select(parameter => contract.Resolve(parameter!))
                .Where(parameter => parameter["in"]!.GetValue<string>() == "query")
                .Select(parameter => parameter["name"]!.GetValue<string>()),
        ];
}
