using JobTracker.Features.Applications;

namespace JobTracker.Tests.Features.Capture;

/// <summary>Postings that say in linked data what they are.</summary>
public sealed class PostingBlockTests(SharedApp shared)
{
    [Fact]
    public void A_graph_with_types_as_lists_entities_and_an_escaped_description_is_read_whole()
    {
        var read = Reading.Of(
            shared.App,
            Reading.Page(
                """
                {"@context": "https://schema.org", "@graph": [{"@type": "WebSite", "name": "Careers"},
                {"@type": ["Thing", "JobPosting"], "title": "Tile Engineer (m/f/d) &amp; Cartographer", "validThrough": "2026-12-15T23:59:59+01:00",
                "employmentType": ["FULL_TIME", "INTERN"], "hiringOrganization": {"@type": "Organization", "name": "Kestrel &amp; Maps"},
                "jobLocation": [{"@type": "Place", "address": {"addressLocality": "Lyon", "addressRegion": "ARA", "addressCountry": {"@type": "Country", "name": "France"}}}],
                "baseSalary": {"@type": "MonetaryAmount", "currency": "EUR", "value": {"minValue": 42000, "maxValue": "48000", "unitText": "YEAR"}},
                "description": "&lt;p&gt;You draw &lt;b&gt;maps&lt;/b&gt;.&lt;/p&gt;&lt;ul&gt;&lt;li&gt;Tiles&lt;/li&gt;&lt;li&gt;Coasts&lt;/li&gt;&lt;/ul&gt;&lt;script&gt;alert(1)&lt;/script&gt;",
                "url": "https://kestrel.example/jobs/7"}]}
                """
            )
        );
        Assert.Equal(
            new ApplicationFacts
            {
                Position = "Tile Engineer & Cartographer",
                Company = "Kestrel & Maps",
                Location = "Lyon, ARA, France",
                EmploymentType = EmploymentType.Stage,
                DueOn = new DateOnly(2026, 12, 15),
                Salary = "42,000–48,000 EUR per year",
                Link = "https://kestrel.example/jobs/7",
                Posting = "You draw maps.\n\n- Tiles\n- Coasts",
            },
            read.Facts
        );
        Assert.Empty(read.Unsure);
        Assert.Empty(read.Shortened);
    }

    [Theory]
    [InlineData("""{"@type": "JobPosting", "title": "A"}""")]
    [InlineData("""[{"@type": "Organization"}, {"@type": "http://schema.org/JobPosting", "title": "A"}]""")]
    [InlineData("""{"@type": "WebPage", "mainEntity": {"offers": [{"@type": "schema:JobPosting", "title": "A",}]}}""")]
    [InlineData("""/* <![CDATA[ */ {"@type": "JobPosting", "title": "A" /* of many */} /* ]]> */""")]
    public void It_is_found_wherever_it_stands(string block)
    {
        Assert.Equal("A", Reading.Of(shared.App, Reading.Page(block)).Facts.Position);
        Assert.Equal("A", Reading.Of(shared.App, Reading.Page("{broken", block, "]")).Facts.Position);
    }

    [Fact]
    public void Linked_data_pasted_alone_is_read_too() =>
        Assert.Equal(
            "Kestrel",
            Reading.Of(shared.App, """ [{"@type": "JobPosting", "title": "A", "hiringOrganization": "Kestrel"}] """).Facts.Company
        );

    [Theory]
    [InlineData("\"Kestrel\"", "Kestrel")]
    [InlineData("[{\"name\": \"Kestrel\"}, {\"name\": \"Other\"}]", "Kestrel")]
    [InlineData("{\"name\": [\"Kestrel\"]}", "Kestrel")]
    [InlineData("{\"name\": {\"@value\": \"Kestrel\"}}", "Kestrel")]
    [InlineData("{\"name\": 12}", "12")]
    [InlineData("null", null)]
    [InlineData("[]", null)]
    [InlineData("{\"name\": {}}", null)]
    public void The_company_may_be_written_in_many_ways(string organization, string? company) =>
        Assert.Equal(company, Of($"\"hiringOrganization\": {organization}").Facts.Company);

    [Theory]
    [InlineData("\"jobLocation\": \"Lyon\"", "Lyon")]
    [InlineData("\"jobLocation\": {\"address\": \"12 rue du Pont, Lyon\"}", "12 rue du Pont, Lyon")]
    [InlineData("\"jobLocation\": {\"name\": \"Head office\"}", "Head office")]
    [InlineData(
        "\"jobLocation\": {\"address\": {\"addressLocality\": \"Leeds\", \"addressCountry\": \"GB\"}}, \"jobLocationType\": \"TELECOMMUTE\"",
        "Leeds, GB / Remote"
    )]
    [InlineData("\"jobLocationType\": \"TELECOMMUTE\"", "Remote")]
    [InlineData("\"jobLocation\": [{\"address\": {\"addressLocality\": \"A\"}}, {\"address\": {\"addressLocality\": \"B\"}}]", "A / B")]
    [InlineData("\"jobLocation\": 3.5", "3.5")]
    [InlineData("\"jobLocation\": {\"address\": []}", null)]
    public void So_may_the_place(string member, string? place) => Assert.Equal(place, Of(member).Facts.Location);

    [Theory]
    [InlineData("\"2026-12-15T23:59:59-11:00\"", "2026-12-15")]
    [InlineData("\"2026-12-15\"", "2026-12-15")]
    [InlineData("\"2026-12-15 00:00\"", "2026-12-15")]
    [InlineData("\"15 December 2026\"", "2026-12-15")]
    [InlineData("\"31/12/2026\"", "2026-12-31")]
    [InlineData("\"9999-12-31\"", null)]
    [InlineData("\"2026-02-30\"", null)]
    [InlineData("\"soon\"", null)]
    [InlineData("{}", null)]
    public void A_deadline_is_the_day_that_is_written(string written, string? day) =>
        Assert.Equal(
            day is null ? null : DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture),
            Of($"\"validThrough\": {written}").Facts.DueOn
        );

    [Theory]
    [InlineData("\"INTERN\"", EmploymentType.Stage, true)]
    [InlineData("[\"FULL_TIME\", \"CDI\"]", EmploymentType.Cdi, true)]
    [InlineData("\"CONTRACTOR\"", EmploymentType.Freelance, true)]
    [InlineData("\"TEMPORARY\"", EmploymentType.Cdd, false)]
    [InlineData("\"PER_DIEM\"", EmploymentType.Interim, false)]
    [InlineData("\"FULL_TIME\"", null, true)]
    [InlineData("[\"PART_TIME\", 3, null]", null, true)]
    public void The_kind_of_contract_is_taken_where_it_is_clear_and_doubted_where_it_is_not(
        string written,
        EmploymentType? type,
        bool isSure
    )
    {
        var read = Of($"\"employmentType\": {written}");
        Assert.Equal(type, read.Facts.EmploymentType);
        Assert.Equal(isSure, !read.Unsure.Contains(nameof(ApplicationFacts.EmploymentType)));
    }

    [Theory]
    [InlineData("50000", "50,000")]
    [InlineData("\"50 k€\"", "50 k€")]
    [InlineData("{\"currency\": \"GBP\", \"value\": 30000}", "30,000 GBP")]
    [InlineData("{\"currency\": \"EUR\", \"value\": {\"value\": \"15.5\", \"unitText\": \"HOUR\"}}", "15.5 EUR per hour")]
    [InlineData("{\"value\": {\"unitText\": \"HOUR\"}}", null)]
    [InlineData("[]", null)]
    public void Pay_is_a_line_of_text(string written, string? line) => Assert.Equal(line, Of($"\"baseSalary\": {written}").Facts.Salary);

    [Theory]
    [InlineData("javascript:alert(1)", null)]
    [InlineData("/jobs/7", null)]
    [InlineData("https://kestrel.example/jobs/7", "https://kestrel.example/jobs/7")]
    public void Only_a_web_address_becomes_the_link(string url, string? link) => Assert.Equal(link, Of($"\"url\": \"{url}\"").Facts.Link);

    [Fact]
    public void Of_several_postings_the_first_is_taken_and_doubted()
    {
        var read = Reading.Of(
            shared.App,
            Reading.Page("""[{"@type": "JobPosting", "title": "A", "hiringOrganization": "K"}, {"@type": "JobPosting", "title": "B"}]""")
        );
        Assert.Equal("A", read.Facts.Position);
        Assert.Equal(["Company", "Position"], read.Doubts());
    }

    [Fact]
    public void Hostile_html_in_a_description_becomes_words()
    {
        var read = Of(
            "\"description\": \"<img src=x onerror=alert(1)>Fine<style>p{}</style><iframe srcdoc='<script>alert(1)<\\/script>'>no</iframe> work<svg/onload=alert(1)> <a href='javascript:x'>here</a>\""
        );
        Assert.Equal("Fine work here", read.Facts.Posting);
    }

    private JobTracker.Features.Capture.Captured Of(string member) =>
        Reading.Of(shared.App, Reading.Page($"{{\"@type\": \"JobPosting\", \"title\": \"Engineer\", {member}}}"));
}
