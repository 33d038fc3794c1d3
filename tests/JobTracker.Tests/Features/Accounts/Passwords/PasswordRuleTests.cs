using System.Globalization;
using JobTracker.Features.Accounts.Passwords;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace JobTracker.Tests.Features.Accounts.Passwords;

public sealed class PasswordRuleTests : IDisposable
{
    private const string Email = "marie.dupont@example.org";
    private const string Letters = "kvqzjwxbmpfgyhdcu";

    private readonly ServiceProvider services = new ServiceCollection()
        .AddLogging()
        .AddLocalization(options => options.ResourcesPath = "Resources")
        .AddPasswords()
        .BuildServiceProvider();

    private PasswordRule Rule => services.GetRequiredService<PasswordRule>();

    public void Dispose() => services.Dispose();

    [Theory]
    [InlineData(0, false)]
    [InlineData(9, false)]
    [InlineData(10, true)]
    [InlineData(128, true)]
    [InlineData(129, false)]
    [InlineData(100_000, false)]
    public void A_password_has_10_to_128_characters(int length, bool good) =>
        Assert.Equal(good, Rule.Complaint(OfLength(length), Email) is null);

    [Theory]
    [InlineData("🐙🦊🐝🦉🐌🦔🐢🦀🐳", false)]
    [InlineData("🐙🦊🐝🦉🐌🦔🐢🦀🐳🦜", true)]
    public void A_character_outside_the_first_plane_counts_as_one(string password, bool good) =>
        Assert.Equal(good, Rule.Complaint(password, Email) is null);

    [Theory]
    [InlineData("only small letters here")]
    [InlineData("7391058264")]
    [InlineData("   violet   kettle   ")]
    [InlineData("mañana çà et là")]
    [InlineData("\t\r\n{}[]<>'\"--;")]
    public void What_it_is_made_of_is_everybodys_own_choice(string password) => Assert.Null(Rule.Complaint(password, Email));

    [Fact]
    public void The_null_character_is_refused() =>
        Assert.Equal("A password cannot contain the null character.", Complaint("violet\0kettle", "en"));

    [Theory]
    [InlineData("short", "en", "Use at least 10 characters.")]
    [InlineData("short", "fr", "10 caractères au minimum.")]
    [InlineData("basketball", "en", "This password is too easy to guess. Choose another one.")]
    [InlineData("basketball", "fr", "Ce mot de passe est trop facile à deviner. Choisissez-en un autre.")]
    public void The_complaint_is_in_the_readers_language(string password, string language, string complaint) =>
        Assert.Equal(complaint, Complaint(password, language));

    private string? Complaint(string password, string language)
    {
        CultureInfo.CurrentUICulture = new CultureInfo(language);
        return Rule.Complaint(password, Email);
    }

    private static string OfLength(int length) =>
        string.Concat(Enumerable.Range(0, length).Select(at => Letters[at % 100 * at % Letters.Length]));
}
