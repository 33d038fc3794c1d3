using System.Globalization;
using JobTracker.Features.Shared;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;

namespace JobTracker.Tests.Features.Shared;

public sealed class DaysTests(SharedApp shared)
{
    private static readonly DateOnly Saturday = new(2026, 11, 21);

    [Theory]
    [InlineData(-2, "late", "2 days late")]
    [InlineData(-1, "late", "1 day late")]
    [InlineData(0, "soon", "Today")]
    [InlineData(1, "soon", "Tomorrow")]
    [InlineData(2, "soon", "Monday")]
    [InlineData(3, "later", "Tuesday")]
    [InlineData(6, "later", "Friday")]
    [InlineData(7, "later", "In 7 days")]
    public void A_due_day_says_what_it_means_today(int days, string kind, string words) =>
        Assert.Equal((kind, words), In("en", texts => Days.Due(Saturday.AddDays(days), Saturday, texts)));

    [Fact]
    public void A_weekday_begins_its_line_in_French_too() =>
        Assert.Equal(("later", "Mardi"), In("fr", texts => Days.Due(Saturday.AddDays(3), Saturday, texts)));

    [Fact]
    public void The_year_is_written_only_when_it_is_another()
    {
        Assert.Equal("2 Nov", In("en", _ => Days.Plain(new DateOnly(2026, 11, 2), Saturday)));
        Assert.Equal("2 Nov 2025", In("en", _ => Days.Plain(new DateOnly(2025, 11, 2), Saturday)));
        Assert.Equal("jeu. 19 nov.", In("fr", _ => Days.WithWeekday(new DateOnly(2026, 11, 19), Saturday)));
    }

    private T In<T>(string language, Func<IStringLocalizer, T> write)
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        return write(shared.App.Services.GetRequiredService<IStringLocalizer<Texts>>());
    }
}
