using JobTracker.Features.Accounts.Passwords;
using Xunit;

namespace JobTracker.Tests.Features.Accounts.Passwords;

public sealed class CommonPasswordsTests
{
    private const string Email = "marie.dupont@example.org";

    private static readonly CommonPasswords Common = new();

    [Theory]
    [InlineData("basketball")]
    [InlineData("Manchester")]
    [InlineData("mailcreated5240")]
    [InlineData("1q2w3e4r5t6y")]
    [InlineData("administrateur")]
    public void One_of_the_list_is_common_in_any_case(string password) => Assert.True(Common.Contains(password, Email));

    [Theory]
    [InlineData("Password2026!")]
    [InlineData("2026password")]
    [InlineData("!!Sunshine99")]
    [InlineData("motdepasse12")]
    [InlineData("Bonjour12345")]
    [InlineData("Chouchou75!")]
    [InlineData("basketball2026")]
    public void A_common_word_with_a_short_ending_is_common(string password) => Assert.True(Common.Contains(password, Email));

    [Theory]
    [InlineData("marie.dupont")]
    [InlineData("Marie.Dupont75")]
    [InlineData("!marie.dupont!")]
    [InlineData("marie.dupont@example.org")]
    [InlineData("marie.dupontmarie.dupont")]
    public void The_accounts_own_address_is_common(string password) => Assert.True(Common.Contains(password, Email));

    [Theory]
    [InlineData("jobtracker")]
    [InlineData("JobTracker1")]
    [InlineData("job-tracker2026")]
    [InlineData("my job tracker")]
    public void Our_own_name_is_common(string password) => Assert.True(Common.Contains(password, Email));

    [Theory]
    [InlineData("aaaaaaaaaa")]
    [InlineData("ababababab")]
    [InlineData("aabbccddaabbccdd")]
    [InlineData("é1é1é1é1é1é1")]
    [InlineData("zk8vzk8vzk8v")]
    [InlineData("vq7!mz2kvq7!mz2k")]
    [InlineData("1234567890")]
    [InlineData("0987654321")]
    [InlineData("abcdefghijk")]
    [InlineData("qwertyuiop")]
    [InlineData("AZERTYUIOP")]
    [InlineData("poiuytreza")]
    [InlineData("azerty123456")]
    [InlineData("qsdfghjklm!")]
    [InlineData("1qaz2wsx3edc")]
    [InlineData("abc123xyz789")]
    [InlineData("abcdefgh!!")]
    public void A_mere_pattern_is_common(string password) => Assert.True(Common.Contains(password, Email));

    [Theory]
    [InlineData("correct horse battery staple")]
    [InlineData("violet kettle")]
    [InlineData("Tr0ub4dor&3x")]
    [InlineData("7391058264")]
    [InlineData("une petite maison verte")]
    [InlineData("sunshine kettle 41")]
    [InlineData("marie likes figs")]
    [InlineData("marie.dupont likes figs")]
    [InlineData("пять зелёных чашек")]
    [InlineData("my job tracker is slow")]
    public void A_password_of_some_invention_is_not(string password) => Assert.False(Common.Contains(password, Email));

    [Theory]
    [InlineData("")]
    [InlineData("@")]
    [InlineData("a@b")]
    [InlineData("jo@example.org")]
    [InlineData("no address")]
    public void A_short_or_broken_address_says_nothing_about_a_password(string email) =>
        Assert.False(Common.Contains("major joke: 3 jobs", email));
}
