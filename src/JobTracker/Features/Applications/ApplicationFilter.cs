using JobTracker.Kernel;

namespace JobTracker.Features.Applications;

/// <summary>What an application must have to stand in a list; null asks for nothing.</summary>
/// <param name="Patterns">For <c>like</c>: each must fit the folded text.</param>
/// <param name="Status">One of them.</param>
/// <param name="AppliedFrom">First day.</param>
/// <param name="AppliedTo">Last day.</param>
internal sealed record ApplicationFilter(
    string[]? Patterns = null,
    ApplicationStatus[]? Status = null,
    EmploymentType? EmploymentType = null,
    Channel? Channel = null,
    bool? Favorite = null,
    DateOnly? AppliedFrom = null,
    DateOnly? AppliedTo = null
)
{
    /// <summary>What a person asked for.</summary>
    public static ApplicationFilter Of(ListApplications.Input input)
    {
        string[] patterns = [.. Folding.Words(input.Q).Select(PatternOf)];
        return new(
            patterns.Length > 0 ? patterns : null,
            StatusesOf(input),
            input.EmploymentType,
            input.Channel,
            input.Favorite,
            input.AppliedFrom,
            input.AppliedTo
        );
    }

    private static ApplicationStatus[]? StatusesOf(ListApplications.Input input)
    {
        var answering = input.Response is { } response ? Statuses.Of(response) : null;
        if (input.Status.Count == 0)
            return answering is null ? null : [.. answering];
        return [.. answering is null ? input.Status : input.Status.Intersect(answering)];
    }

    private static string PatternOf(string word) =>
        $"%{word.Replace(@"\", @"\\", StringComparison.Ordinal).Replace("%", @"\%", StringComparison.Ordinal).Replace("_", @"\_", StringComparison.Ordinal)}%";
}
