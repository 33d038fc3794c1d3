using JobTracker.Tests.Architecture;

namespace JobTracker.Tests.Delivery;

/// <summary>The README's table of settings is the one that the program reads.</summary>
public sealed class ConfigurationTableTests
{
    /// <summary>How the table puts a default that is no value of the setting itself.</summary>
    private static readonly string[] NoValue = ["–", "empty", "true in Development"];

    [Fact]
    public void Every_setting_stands_in_the_README_and_no_other() =>
        Assert.Equal(KnownSettings.Names().Order(StringComparer.Ordinal), Table().Select(row => row.Name).Order(StringComparer.Ordinal));

    [Fact]
    public void Every_default_is_the_programs_own()
    {
        var told = Table().ToDictionary(row => row.Name, row => row.Default, StringComparer.Ordinal);
        Assert.All(
            KnownSettings.OfOptions(),
            option =>
            {
                if (option.Default is null)
                    Assert.Contains(told[option.Name], NoValue);
                else
                    Assert.Equal(option.Default, told[option.Name], ignoreCase: true);
            }
        );
    }

    private static List<(string Name, string Default)> Table() =>
        [
            .. from line in File.ReadLines(Path.Combine(Sources.Root, "README.md"))
            // The framework's own are told too, since people look for them here.
            where line.StartsWith("| `", StringComparison.Ordinal) && !line.StartsWith("| `ASPNETCORE_", StringComparison.Ordinal)
            let cells = line.Split('|', StringSplitOptions.TrimEntries)
            select (cells[1].Trim('`'), cells[2].Trim('`')),
        ];
}
