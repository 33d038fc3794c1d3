using System.Text;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using JobTracker.Features.Demo;
using JobTracker.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace JobTracker.Tests.Features.Transfer.Import;

public sealed class AnyAccountTests(SharedApp shared)
{
    private const int Accounts = 100;
    private const string Password = "a long sentence for the demo";

    [Fact]
    public void Whatever_an_account_holds_comes_in_as_the_document_says_and_goes_from_there_into_another_without_loss() =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(Accounts),
            Prop.ForAll(
                Gen.Choose(0, int.MaxValue - 1).ToArbitrary(),
                seed =>
                {
                    Task.Run(() => GoesAroundAsync(new RandomAccount(seed).Create())).GetAwaiter().GetResult();
                    return true;
                }
            )
        );

    [Theory]
    [InlineData("en")]
    [InlineData("fr")]
    public async Task The_demo_account_moves_to_an_empty_one_as_it_is(string locale)
    {
        await using var app = await JobTrackerApp.StartAsync(("Quotas:MaxApplicationsPerUser", ""));
        await using (var scope = app.Services.CreateAsyncScope())
            await scope.ServiceProvider.GetRequiredService<SeedDemo>().RunAsync(locale, Password, CancellationToken.None);
        using var demo = await TestUser.SignInAsync(app.CreateClient(), SeedDemo.Email, Password);
        using var other = await app.RegisterAsync();
        var report = await other.ImportAsync(await demo.ExportAsync());
        Assert.True(report.Number("error_count") == 0, report["errors"]!.ToJsonString());
        Assert.Equal(await demo.DocumentAsync(), await other.DocumentAsync());
    }

    private async Task GoesAroundAsync(JsonObject document)
    {
        using var one = await shared.App.RegisterAsync();
        var report = await one.ImportAsync(Encoding.UTF8.GetBytes(document.ToJsonString()));
        Assert.True(report.Number("error_count") == 0, report["errors"]!.ToJsonString());
        var exported = await one.DocumentAsync();
        document.Remove("exported_at");
        document.Remove("profile");
        var (expected, found) = (Sorted(document), Sorted(JsonNode.Parse(exported)!));
        Assert.True(JsonNode.DeepEquals(expected, found), $"{expected.ToJsonString()}\n{found.ToJsonString()}");

        using var other = await shared.App.RegisterAsync();
        await other.ImportAsync(await one.ExportAsync());
        Assert.Equal(exported, await other.DocumentAsync());
    }

    /// <summary>Rows in the order of their ids, whatever order the export has.</summary>
    private static JsonNode Sorted(JsonNode node) =>
        node switch
        {
            JsonObject row => new JsonObject(
                row.Select(pair => KeyValuePair.Create(pair.Key, pair.Value is null ? null : Sorted(pair.Value)))
            ),
            JsonArray rows => new JsonArray([
                .. rows.Select(row => row is null ? null : Sorted(row))
                    .OrderBy(row => (row as JsonObject)?["id"]?.GetValue<string>(), StringComparer.Ordinal),
            ]),
            _ => node.DeepClone(),
        };
}
