using System.Text.Json;
using System.Text.Json.Nodes;
using JobTracker.Features.Applications;
using JobTracker.Kernel;
using JobTracker.Testing;

namespace JobTracker.Tests.Web.Documents;

public sealed class EnumerationTests(SharedApp shared)
{
    [Fact]
    public async Task Every_enumeration_is_described_by_exactly_its_outside_names()
    {
        var contract = await Contract.ReadAsync(shared.App);
        var known = typeof(ApplicationStatus)
            .Assembly.GetTypes()
            .Where(type => type.IsEnum)
            .ToLookup(type => type.DeclaringType?.Name + type.Name, StringComparer.Ordinal);
        var described = contract.Schemas.Where(schema => schema.Value!["enum"] is not null).ToList();
        Assert.NotEmpty(described);
        Assert.All(
            described,
            schema =>
                Assert.Equal(
                    Enum.GetNames(Assert.Single(known[schema.Key])).Select(JsonNamingPolicy.SnakeCaseLower.ConvertName),
                    schema.Value!["enum"]!.AsArray().Select(name => name!.GetValue<string>())
                )
        );
    }

    [Fact]
    public async Task Meta_lists_the_words_that_are_described()
    {
        var contract = await Contract.ReadAsync(shared.App);
        using var client = shared.App.CreateClient();
        using var answer = await client.GetAsync("/meta");
        var meta = await answer.ReadAsync(200);
        Assert.Equal(Words(contract, nameof(ApplicationStatus)), Words(meta["allowed_statuses"]!));
        Assert.Equal(Words(contract, nameof(EmploymentType)), Words(meta["employment_types"]!));
        Assert.Equal(Words(contract, nameof(Channel)), Words(meta["channels"]!));
    }

    [Fact]
    public async Task A_parameter_takes_every_word_of_its_enumeration_and_no_other()
    {
        var contract = await Contract.ReadAsync(shared.App);
        using var user = await shared.App.RegisterAsync();
        var list = contract.Operations.Single(operation => operation.Id == "listApplications");
        foreach (var parameter in list.Operation["parameters"]!.AsArray())
        {
            var schema = contract.Resolve(parameter!["schema"]!["items"] ?? parameter["schema"]!);
            if (schema["enum"] is not JsonArray words)
                continue;
            foreach (var word in words)
            {
                using var taken = await user.Client.GetAsync($"/api/applications?{parameter["name"]}={word}");
                await taken.ReadAsync(200);
            }
            using var refused = await user.Client.GetAsync($"/api/applications?{parameter["name"]}=Draft");
            await refused.RefusesAsync(parameter["name"]!.GetValue<string>());
        }
    }

    private static IEnumerable<string> Words(Contract contract, string name) => Words(contract.Schemas[name]!["enum"]!);

    private static IEnumerable<string> Words(JsonNode words) => words.AsArray().Select(word => word!.GetValue<string>());
}
