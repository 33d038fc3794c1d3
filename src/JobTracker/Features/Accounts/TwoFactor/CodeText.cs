namespace JobTracker.Features.Accounts.TwoFactor;

/// <summary>Codes as people type them: with spaces and hyphens where they like.</summary>
internal static class CodeText
{
    /// <summary>Longer than any code can be.</summary>
    public const int Most = 100;

    public static string Tidied(string? typed) => string.Concat((typed ?? "").Where(char.IsAsciiLetterOrDigit));

    /// <summary>True for a code of an app; anything else can only be a recovery code.</summary>
    public static bool IsOfApp(string tidied) => tidied.Length == Totp.Digits && tidied.All(char.IsAsciiDigit);
}
