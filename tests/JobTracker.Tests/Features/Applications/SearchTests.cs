using JobTracker.Testing;

namespace JobTracker.Tests.Features.Applications;

public sealed class SearchTests(SharedApp shared)
{
    [Theory]
    [InlineData("epicerie")]
    [InlineData("ÉPICERIE")]
    [InlineData("oeuvre")]
    [InlineData("ŒUVRE")]
    [InlineData("strasse")]
    [InlineData("STRAẞE")]
    [InlineData("lukasz")]
    [InlineData("d'acces")]
    [InlineData("d’accès")]
    [InlineData("Epicerie  strasse")]
    [InlineData("strasse epicerie lyon")]
    [InlineData("100%")]
    [InlineData("snake_case")]
    [InlineData(@"C:\new")]
    [InlineData("naïve")]
    [InlineData("nai\u0308ve")]
    [InlineData("  ")]
    public async Task Words_are_found_whatever_their_case_accents_order_and_place(string words)
    {
        using var user = await shared.App.RegisterAsync();
        await user.AddAsync(
            Facts.Of(
                ("company", "L’Épicerie des Œuvres"),
                ("position", "Chef d’œuvre, Hauptstraße"),
                ("location", "LYON"),
                ("comment", "Łukasz said: 100% of snake_case in C:\\new"),
                ("posting", "Une naïve histoire\nd'accès")
            )
        );
        Assert.Single(await user.ItemsAsync($"/api/applications?q={Uri.EscapeDataString(words)}"));
    }

    [Theory]
    [InlineData("epicerie paris")]
    [InlineData("epi_erie")]
    [InlineData("ep%rie")]
    [InlineData("secret")]
    [InlineData("ada")]
    [InlineData("example.org")]
    public async Task Every_word_must_be_there_as_written_and_only_the_searchable_fields_count(string words)
    {
        using var user = await shared.App.RegisterAsync();
        await user.AddAsync(
            Facts.Of(("company", "Épicerie"), ("salary", "secret"), ("contact", "Ada"), ("link", "https://example.org/job"))
        );
        Assert.Empty(await user.ItemsAsync($"/api/applications?q={Uri.EscapeDataString(words)}"));
    }

    [Fact]
    public async Task What_was_changed_is_found_and_what_it_replaced_is_not()
    {
        using var user = await shared.App.RegisterAsync();
        var row = await user.AddAsync(Facts.Of(("comment", "before")));
        using var answer = await user.SendAsync(HttpMethod.Patch, $"/api/applications/{row["id"]}", new { comment = "after" });
        await answer.ReadAsync(200);
        Assert.Empty(await user.ItemsAsync("/api/applications?q=before"));
        Assert.Single(await user.ItemsAsync("/api/applications?q=after"));
    }

    [Fact]
    public async Task A_search_stays_within_ones_own_rows()
    {
        using var one = await shared.App.RegisterAsync();
        using var other = await shared.App.RegisterAsync();
        await one.AddAsync(Facts.Of(("company", "Zephyrine")));
        Assert.Empty(await other.ItemsAsync("/api/applications?q=zephyrine"));
    }
}
