using System.Reflection;
using JobTracker.Data;
using JobTracker.Kernel;

namespace JobTracker.Tests.Architecture;

/// <summary>Names, sizes and the shape of use cases.</summary>
public sealed class ShapeTests
{
    private static readonly string[] EmptyNames =
    [
        "Manager",
        "Helper",
        "Helpers",
        "Util",
        "Utils",
        "Service",
        "Services",
        "Common",
        "Base",
    ];

    // What happens before somebody is known, for the site as a whole, or by the site itself.
    private static readonly string[] WithoutOwner =
    [
        "RegisterAccount",
        "LogIn",
        "CheckPassword",
        "CheckCode",
        "MailedLinks",
        "ConfirmAddress",
        "AskForReset",
        "AnswerResets",
        "ResetPassword",
        "Invite",
        "UseInvitation",
        "SignInCheck",
        "UserQuota",
        "TokensOfAll",
        "Outbox",
        "OutboxLeases",
        "SendDigests",
        "OpenCalendar",
        "CleanUp",
        "SeedDemo",
        "CurrentFrame",
        "ActLog",
        "LastAdmin",
        "GrantRights",
    ];

    [Fact]
    public void Every_use_case_begins_with_whose_rows_it_is_about()
    {
        var guilty =
            from type in typeof(JobTrackerDb).Assembly.GetTypes()
            where type.Namespace?.StartsWith("JobTracker.Features", StringComparison.Ordinal) == true && !WithoutOwner.Contains(type.Name)
            where type.GetConstructors().Any(made => made.GetParameters().Any(part => part.ParameterType == typeof(JobTrackerDb)))
            from method in type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            where
                typeof(Task).IsAssignableFrom(method.ReturnType) && method.GetParameters().FirstOrDefault()?.ParameterType != typeof(UserId)
            select $"{type.Name}.{method.Name}";
        Assert.Empty(guilty);
    }

    [Fact]
    public void No_type_has_a_name_that_says_nothing()
    {
        var guilty =
            from type in typeof(JobTrackerDb).Assembly.GetTypes().Concat(typeof(global::LocalPostgres.PostgresServer).Assembly.GetTypes())
            where
                !type.Name.EndsWith("TagHelper", StringComparison.Ordinal)
                && type.Namespace?.Split('.')[0] is "JobTracker" or "LocalPostgres"
            where EmptyNames.Any(name => type.Name.EndsWith(name, StringComparison.Ordinal))
            select type.FullName;
        Assert.Empty(guilty);
    }

    [Theory]
    [InlineData("src", 150)]
    [InlineData("tests", 250)]
    public void Files_stay_small(string folder, int most)
    {
        var lengths = Sources.In(folder, "*.cs").Select(file => (file.Path, Lines: file.Text.Count(letter => letter == '\n'))).ToList();
        var long_ = lengths.Where(file => file.Lines > most).ToList();
        Assert.True(long_.Count <= lengths.Count * 0.05, $"More than 5 % are longer than {most} lines: {string.Join(", ", long_)}");
    }

    [Fact]
    public void The_program_is_a_table_of_contents() =>
        Assert.InRange(File.ReadAllLines(Path.Combine(Sources.Root, "src/JobTracker/Program.cs")).Length, 1, 60);

    [Fact]
    public void Nothing_waits_by_sleeping_in_the_tests()
    {
        var guilty = Sources
            .In("tests", "*.cs")
            .Where(file =>
                !file.Path.EndsWith("ShapeTests.cs", StringComparison.Ordinal)
                && file.Text.Contains("Task." + "Delay(", StringComparison.Ordinal)
            );
        Assert.Empty(guilty.Select(file => file.Path));
    }
}
