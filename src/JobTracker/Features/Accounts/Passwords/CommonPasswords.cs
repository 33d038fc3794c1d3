using System.Collections.Frozen;

namespace JobTracker.Features.Accounts.Passwords;

/// <summary>
/// The passwords that are guessed first: the commonest ones by a bundled list, and those made from the account's own address, from our
/// name, from a common word with a short ending, or from nothing but a pattern. Case never matters.
/// </summary>
public sealed class CommonPasswords
{
    /// <summary>What is left beside a guessable word must be longer than a year and a mark or two.</summary>
    private const int ShortestRest = 6;

    /// <summary>A shorter one, such as the <c>jo</c> of <c>jo@example.org</c>, is found in too many good passwords.</summary>
    private const int ShortestWord = 4;

    private static readonly string[] OurName = ["jobtracker", "job-tracker", "job_tracker", "job tracker"];

    private readonly FrozenSet<string> list = Bundled().ToFrozenSet(StringComparer.Ordinal);

    /// <param name="password">Of any length; the rule on length is elsewhere.</param>
    /// <param name="email">Of the account that the password is for.</param>
    public bool Contains(string password, string email)
    {
        var lower = password.ToLowerInvariant();
        return list.Contains(lower)
            || IsWordWithShortEnding(lower)
            || WordsAgainst(email.ToLowerInvariant()).Any(word => IsLittleMoreThan(word, lower))
            || PasswordPattern.Explains(lower);
    }

    /// <summary><c>sunshine2026!</c>: digits and marks around a common word.</summary>
    private bool IsWordWithShortEnding(string password)
    {
        var first = 0;
        var end = password.Length;
        while (first < end && !char.IsLetter(password[first]))
            first++;
        while (end > first && !char.IsLetter(password[end - 1]))
            end--;
        return password.Length - (end - first) < ShortestRest && list.Contains(password[first..end]);
    }

    private static string[] WordsAgainst(string email) =>
        [.. OurName, .. new[] { email, email.Split('@')[0] }.Where(word => word.Length >= ShortestWord)];

    private static bool IsLittleMoreThan(string word, string password) =>
        password.Contains(word, StringComparison.Ordinal) && password.Replace(word, "", StringComparison.Ordinal).Length < ShortestRest;

    private static IEnumerable<string> Bundled()
    {
        using var stream = typeof(CommonPasswords).Assembly.GetManifestResourceStream("common-passwords.txt")!;
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
            if (!line.StartsWith("# ", StringComparison.Ordinal))
                yield return line;
    }
}
