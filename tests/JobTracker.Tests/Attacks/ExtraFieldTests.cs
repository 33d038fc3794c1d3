using System.Text.Json.Nodes;
using JobTracker.Data;
using JobTracker.Testing;
using JobTracker.Tests.Web.Documents;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace JobTracker.Tests.Attacks;

/// <summary>Fields that only the site may set, sent along with those that people may (mass assignment), to the API.</summary>
[Collection(AttackSite.Name)]
public sealed class ExtraFieldTests(AttackSite site)
{
    /// <summary>How many requests are under way at once.</summary>
    private const int Lines = 4;

    [Fact]
    public async Task No_operation_takes_a_column_that_its_contract_does_not_name()
    {
        var contract = await Contract.ReadAsync(site.App);
        var columns = await ColumnsAsync(site.App);
        Assert.Superset(
            new HashSet<string>
            {
                "id",
                "user_id",
                "is_admin",
                "version",
                "created_at",
                "deleted_at",
                "email_confirmed",
                "applications_max",
            },
            columns
        );
        using var person = await site.SomebodyAsync();
        using var admin = await site.App.RegisterAdminAsync();
        var before = await site.TablesAsync();
        foreach (var operation in contract.Operations.Where(operation => operation.RequestExample is JsonObject))
        {
            var known = FieldsOf(contract, operation);
            var client = operation.Path.StartsWith("/api/admin/", StringComparison.Ordinal) ? admin.Client : person.User.Client;
            var path = operation.Path;
            for (var at = path.IndexOf('{', StringComparison.Ordinal); at >= 0; at = path.IndexOf('{', StringComparison.Ordinal))
            {
                var end = path.IndexOf('}', at) + 1;
                var upTo = operation.Path[..(operation.Path.IndexOf(path[at..end], StringComparison.Ordinal) + (end - at))];
                path =
                    path[..at]
                    + person.Ids.GetValueOrDefault(upTo.Replace("}", ":guid}", StringComparison.Ordinal), $"{person.User.Id}")
                    + path[end..];
            }
            await Parallel.ForEachAsync(
                columns.Except(known, StringComparer.Ordinal),
                new ParallelOptions { MaxDegreeOfParallelism = Lines },
                async (column, cancel) =>
                {
                    var body = (JsonObject)operation.RequestExample!.DeepClone();
                    body[column] = ValueFor(column);
                    using var request = new HttpRequestMessage(new HttpMethod(operation.Method), path)
                    {
                        Content = new StringContent(body.ToJsonString(), encoding: null, "application/json"),
                    };
                    using var answer = await client.SendAsync(request, cancel);
                    var text = await answer.Content.ReadAsStringAsync(cancel);
                    Assert.True(
                        (int)answer.StatusCode == 400 && JsonNode.Parse(text)!["errors"]![column] is not null,
                        $"{operation} answers {(int)answer.StatusCode} to a body with {column}: {text}"
                    );
                }
            );
        }
        (await site.TablesAsync()).AssertUnchangedSince(before, "A field of the site's own");
    }

    [Fact]
    public async Task Their_names_in_other_spellings_are_not_taken_either()
    {
        using var user = await site.App.RegisterAsync();
        foreach (
            var name in new[] { "UserId", "userId", "USER_ID", "user_id ", "user.id", "user[id]", "Company", "is\u005fadmin", "__proto__" }
        )
        {
            var body = new JsonObject
            {
                ["company"] = "A",
                ["position"] = "B",
                [name] = "C",
            };
            using var answer = await user.Client.SendRawAsync(HttpMethod.Post, "/api/applications", body.ToJsonString());
            await answer.RefusesAsync(name);
        }
        Assert.Empty(await user.ItemsAsync("/api/applications"));
    }

    /// <summary>Every column of every table, as the API would spell it.</summary>
    internal static Task<HashSet<string>> ColumnsAsync(JobTrackerApp app) =>
        app.ReadAsync(db =>
            Task.FromResult(PropertiesOf(db).Select(property => property.GetColumnName()).ToHashSet(StringComparer.Ordinal))
        );

    internal static IEnumerable<Microsoft.EntityFrameworkCore.Metadata.IProperty> PropertiesOf(JobTrackerDb db) =>
        db.Model.GetEntityTypes().SelectMany(entity => entity.GetProperties());

    private static HashSet<string> FieldsOf(Contract contract, Contract.Described operation)
    {
        var schema = contract.Resolve(operation.RequestSchema!);
        var named = schema["properties"]?.AsObject().Select(field => field.Key) ?? [];
        return [.. named, .. operation.RequestExample!.AsObject().Select(field => field.Key)];
    }

    private static JsonNode ValueFor(string column) =>
        column switch
        {
            _ when column.StartsWith("is_", StringComparison.Ordinal) || column.EndsWith("_confirmed", StringComparison.Ordinal) => true,
            _ when column.EndsWith("_at", StringComparison.Ordinal) => "2026-01-05T10:00:00Z",
            _ when column.EndsWith("id", StringComparison.Ordinal) => Guid.Empty.ToString(),
            _ => 1,
        };
}
