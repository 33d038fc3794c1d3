using System.Text.Json.Nodes;
using JobTracker.Testing;

namespace JobTracker.Tests.Web.Documents;

/// <summary>What stands in the query of an address.</summary>
public sealed class ParameterTests(SharedApp shared)
{
    [Fact]
    public async Task A_value_that_cannot_be_read_is_refused_by_the_parameters_name_on_every_route()
    {
        var contract = await Contract.ReadAsync(shared.App);
        using var user = await shared.App.RegisterAsync();
        await shared.App.ExecuteAsync($"update users set is_admin = true where id = {user.Id}");
        var asked =
            from operation in contract.Operations
            where operation.Method == "GET"
            from parameter in operation.Operation["parameters"]?.AsArray() ?? []
            where parameter["in"]!.GetValue<string>() == "query" && !IsFreeText(contract.Resolve(parameter["schema"]!))
            select (operation.Path, Name: parameter["name"]!.GetValue<string>());
        var wrong = new List<string>();
        foreach (var (path, name) in asked)
        {
            var address = path.Replace("{id}", Guid.CreateVersion7().ToString(), StringComparison.Ordinal);
            using var answer = await user.Client.GetAsync($"{address}?{name}=~");
            var problem = await answer.ReadAsync((int)answer.StatusCode);
            if ((int)answer.StatusCode != 400 || problem["errors"]?[name] is null)
                wrong.Add($"{path}?{name}: {(int)answer.StatusCode} {problem.ToJsonString()}");
        }
        Assert.Empty(wrong);
        Assert.InRange(asked.Count(), 30, 1000);
    }

    private static bool IsFreeText(JsonObject schema) =>
        schema["enum"] is null
        && schema["format"] is null
        && schema["type"]?.ToJsonString().Contains("\"string\"", StringComparison.Ordinal) == true;
}
