using System.Globalization;
using System.Reflection;
using JobTracker.Data;
using JobTracker.Tests.Architecture;

namespace JobTracker.Tests.Delivery;

/// <summary>The README's table of settings is the one that the program reads.</summary>
public sealed class ConfigurationTableTests
{
    private static readonly string[] Plain = ["DATABASE_URL", "JWT_SECRET", "DATA_PROTECTION_SECRET", "PORT"];

    [Fact]
    public void Every_setting_stands_in_the_README_and_no_other() =>
        Assert.Equal(
            Options().Select(option => option.Name).Concat(Plain).Order(StringComparer.Ordinal),
            Table().Select(row => row.Name).Order(StringComparer.Ordinal)
        );

    [Fact]
    public void Every_default_is_the_programs_own()
    {
        var told = Table().ToDictionary(row => row.Name, row => row.Default, StringComparer.Ordinal);
        Assert.All(
            Options(),
            option =>
            {
                if (option.Default is null)
                    Assert.True(
                        told[option.Name] is "–" || told[option.Name].StartsWith("Development:", StringComparison.Ordinal),
                        option.Name
                    );
                else
                    Assert.Equal(option.Default, told[option.Name], ignoreCase: true);
            }
        );
    }

    private static List<(string Name, string? Default)> Options() =>
        [
            .. from type in typeof(JobTrackerDb).Assembly.GetTypes()
            let section = type.GetField("Section", BindingFlags.Public | BindingFlags.Static)?.GetRawConstantValue() as string
            where section is not null && !type.IsAbstract
            let options = Activator.CreateInstance(type)!
            from property in type.GetProperties().Where(property => property.SetMethod?.IsPublic == true)
            select (
                $"{section}__{property.Name}",
                Convert.ToString(property.GetValue(options), CultureInfo.InvariantCulture) is { Length: > 0 } value ? value : null
            ),
        ];

    private static List<(string Name, string Default)> Table() =>
        [
            .. from line in File.ReadLines(Path.Combine(Sources.Root, "README.md"))
            where line.StartsWith("| `", StringComparison.Ordinal)
            let cells = line.Split('|', StringSplitOptions.TrimEntries)
            select (cells[1].Trim('`'), cells[2].Trim('`')),
        ];
}
