using Microsoft.Extensions.Localization;

namespace JobTracker.Features.Accounts.Passwords;

/// <summary>
/// What a new password must be: 10 to 128 characters of any kind, none of the common ones, and no rule on what it is made of (OWASP ASVS
/// 5.0, 6.2). An old password is never held against it, so that a stricter rule locks nobody out.
/// </summary>
public sealed class PasswordRule(CommonPasswords common, IStringLocalizer<Texts> text)
{
    /// <summary>In Unicode characters, not in UTF-16 units: an emoji is one.</summary>
    public const int Shortest = 10;

    /// <inheritdoc cref="Shortest"/>
    public const int Longest = 128;

    /// <summary>What is wrong with it, in the reader's language; null if nothing is.</summary>
    /// <param name="email">Of the account that the password is for.</param>
    public string? Complaint(string password, string email)
    {
        var length = password.EnumerateRunes().Count();
        if (length < Shortest)
            return text["Use at least {0} characters.", Shortest].Value;
        if (length > Longest)
            return text["Use at most {0} characters.", Longest].Value;
        if (password.Contains('\0', StringComparison.Ordinal))
            return text["A password cannot contain the null character."].Value;
        return common.Contains(password, email) ? text["This password is too easy to guess. Choose another one."].Value : null;
    }
}
