using System.Text.RegularExpressions;

namespace JobTracker.Tests.Delivery;

public sealed partial class ConfigurationTableTests
{
    [Fact]
    public void The_README_lists_every_setting_that_is_read_with_its_default_and_no_other()
    {
        var told = Row()
            .Matches(Repository.Read("README.md"))
            .ToDictionary(row => row.Groups["name"].Value, row => row.Groups["default"].Value);
        var read = KnownSettings.OfOptions();

        Assert.Equal(read.Keys.Concat(KnownSettings.Plain).Order(StringComparer.Ordinal), told.Keys.Order(StringComparer.Ordinal));
        Assert.All(read, setting => Assert.Equal((setting.Key, setting.Value), (setting.Key, told[setting.Key])));
    }

    [GeneratedRegex(
        @"^\| `(?<name>\w+)` \| (?<default>[^|]*?) \| [^|]+ \|$",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Row();
}
