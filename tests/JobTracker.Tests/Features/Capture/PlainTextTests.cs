using System.Globalization;
using JobTracker.Features.Applications;
using JobTracker.Kernel;

namespace JobTracker.Tests.Features.Capture;

/// <summary>Postings in words, English and French.</summary>
public sealed class PlainTextTests(SharedApp shared)
{
    [Fact]
    public void A_french_posting_with_labels_is_known_but_for_what_only_its_first_line_says()
    {
        const string text = """
            Alternance – Cartographe numérique (F/H)
            Entreprise : Atelier des Cartes du Ponant
            Lieu : Rennes (35) – télétravail 2 j/semaine
            Contrat : alternance, 12 mois
            Rémunération : 1 200 € brut par mois
            Vos missions : dessiner des côtes.
            Candidature avant le 15 décembre 2026 via https://cartes.example/offres/alternance.
            """;
        var read = Reading.Of(shared.App, text);
        Assert.Equal(
            new ApplicationFacts
            {
                Position = "Cartographe numérique",
                Company = "Atelier des Cartes du Ponant",
                Location = "Rennes (35) – télétravail 2 j/semaine",
                EmploymentType = EmploymentType.Alternance,
                Salary = "1 200 € brut par mois",
                DueOn = new DateOnly(2026, 12, 15),
                Link = "https://cartes.example/offres/alternance",
                Posting = Tidy.Block(text),
            },
            read.Facts
        );
        Assert.Equal(["Position"], read.Doubts());
    }

    [Fact]
    public void So_is_an_english_one()
    {
        var read = Reading.Of(
            shared.App,
            """
            Job title: Graduate Developer (m/f/d)
            Company: Kestrel Maps Ltd
            Location: Leeds, hybrid
            Job type: Internship
            Salary: £30,000 a year
            Deadline: 1st March 2027
            Contact: Sofia Lind
            """
        );
        Assert.Equal(
            (
                "Graduate Developer",
                "Kestrel Maps Ltd",
                "Leeds, hybrid",
                EmploymentType.Stage,
                "£30,000 a year",
                new DateOnly(2027, 3, 1),
                "Sofia Lind"
            ),
            (
                read.Facts.Position,
                read.Facts.Company,
                read.Facts.Location,
                read.Facts.EmploymentType,
                read.Facts.Salary,
                read.Facts.DueOn,
                read.Facts.Contact
            )
        );
        Assert.Empty(read.Unsure);
    }

    [Fact]
    public void The_noise_of_a_mail_is_not_taken_for_the_position()
    {
        var read = Reading.Of(
            shared.App,
            """
            From: Hannah <hannah@kestrel.example>
            Subject: FW: Tile engineer - Kestrel Maps

            Hi Camille,

            I saw this and thought of you. You can apply by 15 January 2027.

            Best regards,
            Hannah Whitlock
            hannah@kestrel.example
            """
        );
        Assert.Equal(
            ("Tile engineer", "Kestrel Maps", "hannah@kestrel.example"),
            (read.Facts.Position, read.Facts.Company, read.Facts.Contact)
        );
        Assert.Equal(new DateOnly(2027, 1, 15), read.Facts.DueOn);
        Assert.Equal(["Company", "Contact", "Position"], read.Doubts());
    }

    [Theory]
    [InlineData("Apply by 12/15/2026", "2026-12-15", true)]
    [InlineData("Apply by 15/12/2026", "2026-12-15", true)]
    [InlineData("Apply by 03/04/2027", "2027-04-03", false)]
    [InlineData("Apply by 05/05/2027", "2027-05-05", true)]
    [InlineData("Applications close on March 3rd, 2027", "2027-03-03", true)]
    [InlineData("Date limite : 1er février", "2027-02-01", false)]
    [InlineData("Candidatures jusqu’au 24 décembre", "2026-12-24", false)]
    [InlineData("Posted 3 January 2026. Apply before 2027-01-09", "2027-01-09", true)]
    [InlineData("We were founded on 12 March 1999", null, true)]
    [InlineData("Apply by 31/02/2027", null, true)]
    [InlineData("Apply by tomorrow", null, true)]
    public void Days_are_read_as_they_are_written_and_doubted_where_they_could_mean_two(string line, string? day, bool isSure)
    {
        var read = Reading.Of(shared.App, $"Engineer\n{line}");
        Assert.Equal(day is null ? null : DateOnly.Parse(day, CultureInfo.InvariantCulture), read.Facts.DueOn);
        Assert.Equal(isSure, !read.Unsure.Contains(nameof(ApplicationFacts.DueOn)));
    }

    [Theory]
    [InlineData("Développeur (H/F)", "Développeur")]
    [InlineData("Developer m/f/d", "Developer")]
    [InlineData("Stage - Ingénieur·e C# (f/h/x)", "Ingénieur·e C#")]
    [InlineData("CDI : Chef de projet [H/F]", "Chef de projet")]
    [InlineData("Stage management assistant", "Stage management assistant")]
    [InlineData("Offre d’emploi : Cartographe", "Cartographe")]
    public void A_position_loses_what_belongs_to_the_advert(string line, string position) =>
        Assert.Equal(position, Reading.Of(shared.App, $"Poste : {line}").Facts.Position);

    [Theory]
    [InlineData("Tile engineer - Kestrel Maps | Jobs", "Tile engineer", "Kestrel Maps")]
    [InlineData("Tile engineer at Kestrel Maps", "Tile engineer", "Kestrel Maps")]
    [InlineData("Cartographe chez Atelier | Emploi", "Cartographe", "Atelier")]
    [InlineData("Kestrel Maps hiring Tile engineer in Leeds | Net", "Tile engineer", "Kestrel Maps")]
    [InlineData("Tile engineer", "Tile engineer", null)]
    public void The_title_of_a_page_names_position_and_company_as_a_guess(string title, string position, string? company)
    {
        var read = Reading.Of(shared.App, text: null, "https://kestrel.example/1", title);
        Assert.Equal((position, company, "https://kestrel.example/1"), (read.Facts.Position, read.Facts.Company, read.Facts.Link));
        Assert.Contains("Position", read.Unsure);
    }

    [Theory]
    [InlineData("javascript:alert(1)", null, null, null)]
    [InlineData("javascript:alert(1)", null, "See https://kestrel.example/2!", "https://kestrel.example/2")]
    [InlineData(null, "https://kestrel.example/3", null, "https://kestrel.example/3")]
    [InlineData(null, "Job", "Look: https://kestrel.example/4", "https://kestrel.example/4")]
    [InlineData("https://kestrel.example/1", null, "Look: https://kestrel.example/4", "https://kestrel.example/1")]
    public void The_link_is_the_one_that_was_sent_or_the_one_in_the_words(string? link, string? title, string? text, string? expected) =>
        Assert.Equal(expected, Reading.Of(shared.App, text, link, title).Facts.Link);

    [Fact]
    public void A_page_without_linked_data_is_read_by_its_words()
    {
        var read = Reading.Of(
            shared.App,
            "<html><head><title>Cartographer - Kestrel</title><style>p { color: red }</style></head><body onload=alert(1)><h1>Cartographer</h1>"
                + "<p>Location: <b>Leeds</b></p><ul><li>Draw</li><li>Measure</li></ul><script>alert(1)</script><noscript>no</noscript></body></html>"
        );
        Assert.Equal(("Cartographer", "Kestrel", "Leeds"), (read.Facts.Position, read.Facts.Company, read.Facts.Location));
        Assert.Equal("Cartographer\n\nLocation: Leeds\n\n- Draw\n- Measure", read.Facts.Posting);
    }
}
