namespace JobTracker.Features.Accounts.Passwords;

/// <summary>Passwords that a finger draws rather than a head invents: repeats, counting, the alphabet and walks along a keyboard.</summary>
public static class PasswordPattern
{
    private const int FewestCharacters = 5;
    private const int LongestRepeated = 9;
    private const int ShortestRun = 3;
    private const int LongestRest = 2;

    private static readonly string[] Lanes =
    [
        .. new[]
        {
            "abcdefghijklmnopqrstuvwxyz",
            "01234567890",
            "qwertyuiop",
            "asdfghjkl",
            "zxcvbnm",
            "azertyuiop",
            "qsdfghjklm",
            "wxcvbn",
            "qwertzuiop",
            "yxcvbnm",
            "1qaz2wsx3edc4rfv5tgb6yhn7ujm",
            "1aqw2zsx3edc4rfv5tgb6yhn7uj",
        }.SelectMany(lane => new[] { lane, Reversed(lane) }),
    ];

    /// <summary>Whether <paramref name="password"/> (in lower case) is a pattern through and through.</summary>
    public static bool Explains(string password) =>
        password.Distinct().Count() < FewestCharacters || Repeats(password) || OutsideRuns(password) <= LongestRest;

    /// <summary>Something too short to be a password itself, over and over: <c>abcde1abcde1</c>.</summary>
    private static bool Repeats(string password) =>
        Enumerable
            .Range(1, Math.Min(LongestRepeated, password.Length / 2))
            .Any(unit => password.AsSpan(unit).SequenceEqual(password.AsSpan(0, password.Length - unit)));

    /// <summary>How many characters stand in no run of three or more neighbours: none in <c>azerty123456</c>.</summary>
    private static int OutsideRuns(string password)
    {
        var outside = 0;
        for (var at = 0; at < password.Length; )
        {
            var run = LongestRun(password.AsSpan(at));
            outside += run == 0 ? 1 : 0;
            at += Math.Max(run, 1);
        }
        return outside;
    }

    private static int LongestRun(ReadOnlySpan<char> rest)
    {
        var longest = 0;
        for (var length = ShortestRun; length <= rest.Length && IsInLane(rest[..length]); length++)
            longest = length;
        return longest;
    }

    private static bool IsInLane(ReadOnlySpan<char> run)
    {
        foreach (var lane in Lanes)
            if (lane.AsSpan().Contains(run, StringComparison.Ordinal))
                return true;
        return false;
    }

    private static string Reversed(string lane) => string.Concat(lane.Reverse());
}
