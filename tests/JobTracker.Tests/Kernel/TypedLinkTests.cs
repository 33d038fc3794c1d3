using JobTracker.Kernel;

namespace JobTracker.Tests.Kernel;

public sealed class TypedLinkTests
{
    private static readonly string[] OwnHosts = ["localhost:8000", "jobs.example.org"];

    [Theory]
    [InlineData(null, null)]
    [InlineData("", null)]
    [InlineData("   \t\r\n ", null)]
    [InlineData("https://example.com/job/1", "https://example.com/job/1")]
    [InlineData("  http://example.com/job/1 ", "http://example.com/job/1")]
    [InlineData("www.example.com/job?id=1#top", "https://www.example.com/job?id=1#top")]
    [InlineData("WWW.Example.com", "https://WWW.Example.com")]
    public void What_is_meant_is_kept(string? typed, string? kept) => Assert.Equal(kept, TypedLink.Clean(typed, OwnHosts));

    [Theory]
    [InlineData("http://localhost:8000/careers.example.org/ovh/77", "https://careers.example.org/ovh/77")]
    [InlineData("https://jobs.example.org/www.example.com/1", "https://www.example.com/1")]
    [InlineData("http://jobs.example.org/https://example.com/1?a=b", "https://example.com/1?a=b")]
    [InlineData("HTTPS://JOBS.EXAMPLE.ORG/http://example.com", "http://example.com")]
    [InlineData("https://jobs.example.org/example.com:8443/x", "https://example.com:8443/x")]
    public void This_servers_own_address_in_front_of_another_goes(string typed, string kept) =>
        Assert.Equal(kept, TypedLink.Clean(typed, OwnHosts));

    [Theory]
    [InlineData("https://jobs.example.org/applications/42")]
    [InlineData("https://jobs.example.org/session")]
    [InlineData("https://jobs.example.org/")]
    [InlineData("https://jobs.example.org")]
    [InlineData("https://jobs.example.org.evil.example/example.com")]
    [InlineData("https://elsewhere.example/jobs.example.org/example.com")]
    [InlineData("http://localhost:80001/careers.example.org")]
    public void An_address_that_is_no_such_prefix_stays(string typed) => Assert.Equal(typed, TypedLink.Clean(typed, OwnHosts));

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("JavaScript://www.example.com/%0aalert(1)")]
    [InlineData("data:text/html,<script>alert(1)</script>")]
    [InlineData("vbscript:x")]
    [InlineData("file:///etc/passwd")]
    [InlineData("ftp://example.com")]
    [InlineData("//example.com/x")]
    [InlineData("mailto:jobs@example.com")]
    [InlineData("www.example.com/a b")]
    [InlineData("www. example.com")]
    [InlineData("https://jobs.example.org/javascript:alert(1)//a.b")]
    [InlineData("example")]
    public void What_is_no_web_address_is_left_to_the_rules_or_stays_one_of_ours(string typed)
    {
        var kept = TypedLink.Clean(typed, OwnHosts)!;
        // Only http and https may stand behind a link, whatever was typed.
        Assert.True(!Rules.IsWebAddress(kept) || kept.StartsWith("https://jobs.example.org/", StringComparison.Ordinal), kept);
    }

    [Fact]
    public void Without_a_known_host_nothing_is_taken_away() =>
        Assert.Equal("http://localhost/a.example", TypedLink.Clean("http://localhost/a.example", []));
}
