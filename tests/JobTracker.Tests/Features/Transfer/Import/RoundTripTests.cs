using JobTracker.Testing;
using JobTracker.Tests.Architecture;

namespace JobTracker.Tests.Features.Transfer.Import;

public sealed class RoundTripTests(SharedApp shared)
{
    [Fact]
    public async Task An_account_with_everything_comes_back_in_another_one_as_it_was()
    {
        using var owner = await Possessions.CreateAsync(shared.App);
        using var other = await shared.App.RegisterAsync();
        var file = await owner.User.ExportAsync();

        var report = await other.ImportAsync(file);
        Assert.Equal(1, report.Number("added"));
        Assert.Equal(await owner.User.DocumentAsync(), await other.DocumentAsync());

        var again = await other.ImportAsync(file);
        Assert.Equal((0, 1, 0), (again.Number("added"), again.Number("duplicates"), again.Number("error_count")));
        Assert.Equal(await owner.User.DocumentAsync(), await other.DocumentAsync());
    }
}
