using JobTracker.Features.Shared;
using JobTracker.Kernel;

namespace JobTracker.Tests.Features.Shared;

public sealed class CountsTests
{
    [Theory]
    [InlineData("en", 0, false)]
    [InlineData("en", 0.5, false)]
    [InlineData("en", 1, true)]
    [InlineData("en", 1.5, false)]
    [InlineData("en", 2, false)]
    [InlineData("fr", 0, true)]
    [InlineData("fr", 1, true)]
    [InlineData("fr", 1.5, true)]
    [InlineData("fr", 2, false)]
    [InlineData("fr", -1, true)]
    [InlineData("fr", -2, false)]
    public void French_says_the_singular_up_to_two_and_English_only_at_one(string language, double count, bool singular)
    {
        using var speaking = new Speaking(language);
        Assert.Equal(singular, Counts.IsSingular(count));
    }
}
