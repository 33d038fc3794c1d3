using System.Diagnostics;
using FsCheck;
using FsCheck.Fluent;
using JobTracker.Features.Applications;
using JobTracker.Features.Capture;
using JobTracker.Kernel;
using Microsoft.Extensions.DependencyInjection;

namespace JobTracker.Tests.Features.Capture;

/// <summary>Whatever is pasted, it is read within bounds, and what comes out can be stored.</summary>
public sealed class HostilePostingTests(SharedApp shared)
{
    private static readonly string[] Pieces =
    [
        "<",
        ">",
        "</",
        "<!--",
        "-->",
        "<script type=\"application/ld+json\">",
        "</script>",
        "{\"@type\":\"JobPosting\",",
        "\"title\":",
        "\"",
        "{",
        "}",
        "[",
        "]",
        ",",
        ":",
        "\\u0000",
        "\\ud800",
        "\0",
        "\ud83d",
        "é",
        "\u202f",
        "\n",
        "\r",
        " ",
        "&amp;",
        "&#0;",
        "&lt;",
        "Entreprise :",
        "Location: ",
        "Deadline: ",
        "avant le ",
        "31/02/2026",
        "15 décembre",
        "(F/H)",
        " - ",
        "|",
        " at ",
        "a@b.co",
        "https://x.example/",
        "javascript:alert(1)",
        "jobLocation",
        "validThrough",
        "2026-12-15",
        "😀",
        "CDI",
        "<li>",
        "<p>",
    ];

    [Fact]
    public void Anything_is_read_without_an_exception_into_facts_that_keep_the_rules()
    {
        using var scope = shared.App.Services.CreateScope();
        var rules = scope.ServiceProvider.GetRequiredService<ApplicationFacts.Rules>();
        var text = Gen.ListOf(Gen.Elements(Pieces)).Select(pieces => string.Concat(pieces));
        var wild = Gen.OneOf(text, ArbMap.Default.GeneratorFor<string>());
        var inputs = from pasted in wild from link in wild from title in wild select (Pasted: pasted, Link: link, Title: title);
        Prop.ForAll(
                Arb.From(inputs),
                input =>
                {
                    var read = Reading.Of(shared.App, input.Pasted, input.Link, input.Title);
                    var filled = read.Facts with { Company = read.Facts.Company ?? "A", Position = read.Facts.Position ?? "B" };
                    Assert.Null(rules.Check(filled));
                    Assert.Subset(read.Filled.ToHashSet(), read.Unsure.ToHashSet());
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(400));
    }

    [Theory]
    [InlineData("<div>")]
    [InlineData("<ul><li>")]
    [InlineData("<p>a")]
    [InlineData("<b a=1><i>")]
    [InlineData("<table><tr><td>")]
    [InlineData("<script type=\"application/ld+json\">{</script>")]
    [InlineData("<script type=\"application/ld+json\">")]
    [InlineData("{\"a\":[")]
    [InlineData("[")]
    [InlineData("<a ")]
    [InlineData("<!--")]
    [InlineData("&amp;")]
    [InlineData("Company: ")]
    [InlineData("Stage - ")]
    [InlineData("f/h/")]
    [InlineData("a@a.a.")]
    [InlineData("https://a.example/ ")]
    [InlineData("avant le 1")]
    [InlineData("x at ")]
    [InlineData("\n")]
    public void A_huge_paste_costs_no_more_than_its_length(string piece)
    {
        var huge = string.Concat(Enumerable.Repeat(piece, 2 * ReadPosting.Most / piece.Length));
        Reading.Of(shared.App, piece);
        var time = Stopwatch.StartNew();
        var read = Reading.Of(shared.App, "Engineer\n" + huge, title: huge);
        // A tree of these tags takes the better part of a minute.
        Assert.InRange(time.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(10));
        Assert.Contains(nameof(ApplicationFacts.Posting), read.Shortened);
        Assert.InRange(read.Facts.Posting?.Length ?? 0, 0, ApplicationFacts.Rules.MostPosting);
    }

    [Fact]
    public void Lines_and_titles_that_could_be_split_in_many_ways_are_read_all_the_same()
    {
        // A pattern that tries them all gives up with an exception.
        var line = new string('*', 500) + "a" + new string(' ', 498) + "b";
        Assert.Null(Reading.Of(shared.App, string.Join('\n', Enumerable.Repeat(line, 200))).Facts.Company);
        Assert.Null(Reading.Of(shared.App, "<title>" + new string(' ', 150_000) + "x</title><p>y</p>").Facts.Company);
    }

    [Fact]
    public void What_is_too_long_is_cut_and_told()
    {
        var name = new string('é', 300);
        var read = Reading.Of(shared.App, $"Company: {name}\nPoste : {name}\n{string.Concat(Enumerable.Repeat("word ", 30_000))}");
        Assert.Equal(["Company", "Position", "Posting"], read.Shortened.Order(StringComparer.Ordinal));
        Assert.Equal((200, 200), (read.Facts.Company!.Length, read.Facts.Position!.Length));
        Assert.InRange(read.Facts.Posting!.Length, 99_990, 100_000);
    }

    [Fact]
    public void Linked_data_of_any_depth_is_left_alone_where_it_is_too_deep()
    {
        var deep = string.Concat(Enumerable.Repeat("{\"a\":", 5_000)) + "1" + new string('}', 5_000);
        var read = Reading.Of(shared.App, Reading.Page(deep, """{"@type": "JobPosting", "title": "Found"}"""));
        Assert.Equal("Found", read.Facts.Position);
    }
}
