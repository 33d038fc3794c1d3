using System.Net;
using System.Text.RegularExpressions;

namespace JobTracker.Tests.Features.Home;

public sealed partial class PublicPagesTests(SharedApp shared)
{
    [Theory]
    [InlineData("/")]
    [InlineData("/privacy")]
    [InlineData("/legal")]
    [InlineData("/full")]
    [InlineData("/account/sign-in")]
    [InlineData("/account/register")]
    public async Task A_public_page_needs_nothing_that_the_security_policy_forbids(string path)
    {
        using var client = shared.App.CreateClient();

        var page = await client.GetStringAsync(path, TestContext.Current.CancellationToken);

        Assert.DoesNotMatch(InlineCode(), page);
        Assert.Matches("""<link rel="stylesheet" href="/build/site\.\w+\.css" />""", page);
    }

    [Fact]
    public async Task A_missing_page_says_so_in_the_readers_language_with_a_number_for_questions()
    {
        using var client = shared.App.CreateClient();
        client.DefaultRequestHeaders.Add("Accept-Language", "fr");
        client.DefaultRequestHeaders.Add("Accept", "text/html");

        using var answer = await client.GetAsync(new Uri("/nowhere", UriKind.Relative), TestContext.Current.CancellationToken);
        var page = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("""<html lang="fr">""", page, StringComparison.Ordinal);
        Assert.Contains("Il n’y a rien ici", page, StringComparison.Ordinal);
        Assert.Matches(""">[0-9a-f]{32}</code>""", page);
    }

    [Theory]
    [InlineData("dark", "<html lang=\"en\" data-theme=\"dark\">")]
    [InlineData("purple", "<html lang=\"en\">")]
    public async Task The_first_answer_has_the_chosen_theme_and_knows_no_others(string theme, string expected)
    {
        using var client = shared.App.CreateClient();
        client.DefaultRequestHeaders.Add("Cookie", $"theme={theme}");

        Assert.Contains(expected, await client.GetStringAsync("/privacy", TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_choice_without_the_forms_token_changes_nothing()
    {
        using var client = shared.App.CreateClient();
        using var form = new FormUrlEncodedContent([new("theme", "dark")]);

        using var answer = await client.PostAsync(
            new Uri("/preferences/theme", UriKind.Relative),
            form,
            TestContext.Current.CancellationToken
        );

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.DoesNotContain(
            answer.Headers.NonValidated,
            header => header.Key is "Set-Cookie" && header.Value.ToString().StartsWith("theme", StringComparison.Ordinal)
        );
    }

    // Attributes style="…" and onclick="…", style elements, and scripts that hold code.
    [GeneratedRegex("""\sstyle=|\son[a-z]+="|<style|<script(?![^>]*\ssrc=)""", RegexOptions.None, 1000)]
    private static partial Regex InlineCode();
}
