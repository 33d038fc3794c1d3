using JobTracker.Features.Today;

namespace JobTracker.Tests.Features.Today;

public sealed class QuickLineTests
{
    [Theory]
    [InlineData("Kestrel Maps, Engineer", "Kestrel Maps", "Engineer", null, null)]
    [InlineData(" Kestrel Maps ,Engineer,  Lyon ", "Kestrel Maps", "Engineer", "Lyon", null)]
    [InlineData("Kestrel Maps, Engineer, Lyon, 3e", "Kestrel Maps", "Engineer", "Lyon, 3e", null)]
    [InlineData(
        "Kestrel, Engineer, Lyon, https://kestrel.example/1?a=b,c",
        "Kestrel",
        "Engineer",
        "Lyon",
        "https://kestrel.example/1?a=b,c"
    )]
    [InlineData("https://kestrel.example/1 Kestrel, Engineer", "Kestrel", "Engineer", null, "https://kestrel.example/1")]
    [InlineData("Kestrel, Engineer, HTTP://kestrel.example/1, Lyon", "Kestrel", "Engineer", "Lyon", "HTTP://kestrel.example/1")]
    public void A_line_is_company_position_and_place_with_a_link_anywhere(
        string line,
        string company,
        string position,
        string? location,
        string? link
    )
    {
        var facts = QuickLine.Read(line);
        Assert.Equal((company, position, location, link), (facts?.Company, facts?.Position, facts?.Location, facts?.Link));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Kestrel Maps")]
    [InlineData("Kestrel Maps,")]
    [InlineData(", Engineer")]
    [InlineData(",,,")]
    [InlineData("https://kestrel.example/1")]
    public void Without_company_and_position_it_is_no_application(string? line) => Assert.Null(QuickLine.Read(line));
}
