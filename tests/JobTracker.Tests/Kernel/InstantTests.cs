using JobTracker.Kernel;

namespace JobTracker.Tests.Kernel;

public sealed class InstantTests
{
    [Theory]
    [InlineData("2026-11-21T09:30:00Z", "2026-11-21T09:30:00Z")]
    [InlineData("2026-11-21T09:30:00+01:00", "2026-11-21T08:30:00Z")]
    [InlineData("2026-11-21T09:30:00-05:30", "2026-11-21T15:00:00Z")]
    [InlineData("2026-11-21T09:30:00.5Z", "2026-11-21T09:30:00.5Z")]
    [InlineData("2026-11-21T09:30:00.1234567+00:00", "2026-11-21T09:30:00.123456Z")]
    [InlineData("2026-11-21T09:30:00.123456789+01:00", "2026-11-21T08:30:00.123456Z")]
    public void An_instant_is_read_with_its_offset_and_written_in_utc(string text, string written)
    {
        Assert.True(Instant.TryParse(text, out var instant));
        Assert.Equal(written, Instant.Write(instant.Value));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("2026-11-21")]
    [InlineData("2026-11-21T09:30:00")]
    [InlineData("2026-11-21 09:30:00Z")]
    [InlineData("2026-11-21T09:30Z")]
    [InlineData("2026-02-30T09:30:00Z")]
    [InlineData("2026-11-21T24:00:00Z")]
    [InlineData("2026-11-21T09:30:00+25:00")]
    [InlineData("2026-11-21T09:30:00 01:00")]
    [InlineData("0001-01-01T00:00:00+01:00")]
    [InlineData("21/11/2026 09:30")]
    [InlineData("2026-11-21T09:30:00.")]
    [InlineData("2026-11-21T09:30:00.123456789")]
    [InlineData("1795253400")]
    public void What_leaves_open_which_instant_it_is_is_none(string? text) => Assert.False(Instant.TryParse(text, out _));
}
