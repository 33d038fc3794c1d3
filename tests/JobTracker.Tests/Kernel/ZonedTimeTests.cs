using JobTracker.Kernel;

namespace JobTracker.Tests.Kernel;

public sealed class ZonedTimeTests
{
    [Theory]
    [InlineData("Europe/Paris", "2026-11-23", "11:00", "2026-11-23T10:00Z")]
    [InlineData("Europe/Paris", "2026-07-01", "11:00", "2026-07-01T09:00Z")]
    [InlineData("Europe/London", "2026-11-23", "10:00", "2026-11-23T10:00Z")]
    [InlineData("America/New_York", "2026-11-23", "20:00", "2026-11-24T01:00Z")]
    [InlineData("Asia/Kolkata", "2026-11-23", "09:30", "2026-11-23T04:00Z")]
    [InlineData("Asia/Kathmandu", "2026-11-23", "09:45", "2026-11-23T04:00Z")]
    [InlineData("America/St_Johns", "2026-11-23", "09:30", "2026-11-23T13:00Z")]
    [InlineData("Pacific/Kiritimati", "2026-11-23", "09:00", "2026-11-22T19:00Z")]
    [InlineData("Etc/UTC", "2026-11-23", "09:00", "2026-11-23T09:00Z")]
    public void Most_times_are_one_instant(string zone, string day, string time, string instant) =>
        Assert.Equal([At(instant)], InstantsOf(day, time, zone));

    [Theory]
    [InlineData("Europe/Paris", "2026-03-29", "02:00")]
    [InlineData("Europe/Paris", "2026-03-29", "02:59")]
    [InlineData("America/New_York", "2026-03-08", "02:30")]
    [InlineData("Australia/Lord_Howe", "2026-10-04", "02:15")]
    [InlineData("Pacific/Apia", "2011-12-30", "12:00")]
    public void A_time_that_clocks_skip_is_no_instant(string zone, string day, string time) => Assert.Empty(InstantsOf(day, time, zone));

    [Theory]
    [InlineData("Europe/Paris", "2026-03-29", "01:59", "2026-03-29T00:59Z")]
    [InlineData("Europe/Paris", "2026-03-29", "03:00", "2026-03-29T01:00Z")]
    [InlineData("America/New_York", "2026-03-08", "03:00", "2026-03-08T07:00Z")]
    [InlineData("Europe/Paris", "2026-10-25", "01:59", "2026-10-24T23:59Z")]
    [InlineData("Europe/Paris", "2026-10-25", "03:00", "2026-10-25T02:00Z")]
    public void Right_beside_a_change_of_clocks_there_is_one_instant(string zone, string day, string time, string instant) =>
        Assert.Equal([At(instant)], InstantsOf(day, time, zone));

    [Theory]
    [InlineData("Europe/Paris", "2026-10-25", "02:00", "2026-10-25T00:00Z", "2026-10-25T01:00Z")]
    [InlineData("Europe/Paris", "2026-10-25", "02:30", "2026-10-25T00:30Z", "2026-10-25T01:30Z")]
    [InlineData("America/New_York", "2026-11-01", "01:30", "2026-11-01T05:30Z", "2026-11-01T06:30Z")]
    [InlineData("Australia/Lord_Howe", "2026-04-05", "01:45", "2026-04-04T14:45Z", "2026-04-04T15:15Z")]
    [InlineData("Europe/Dublin", "2026-10-25", "01:30", "2026-10-25T00:30Z", "2026-10-25T01:30Z")]
    [InlineData("Africa/Casablanca", "2026-02-15", "02:30", "2026-02-15T01:30Z", "2026-02-15T02:30Z")]
    public void A_time_that_comes_twice_is_two_instants_in_order(string zone, string day, string time, string first, string second) =>
        Assert.Equal([At(first), At(second)], InstantsOf(day, time, zone));

    [Fact]
    public void Every_instant_leads_back_to_the_clock_that_it_came_from()
    {
        foreach (var zone in new[] { "Europe/Paris", "America/New_York", "Asia/Kolkata", "Australia/Lord_Howe", "Europe/Dublin" })
            for (var instant = At("2026-01-01T00:00Z"); instant < At("2027-01-01T00:00Z"); instant = instant.AddMinutes(30))
            {
                var clock = ZonedTime.At(instant, zone).DateTime;
                Assert.Contains(instant, ZonedTime.InstantsOf(DateOnly.FromDateTime(clock), TimeOnly.FromDateTime(clock), zone));
            }
    }

    [Theory]
    [InlineData("0001-01-01", "00:00")]
    [InlineData("9999-12-31", "23:59")]
    public void The_ends_of_the_calendar_are_no_reason_to_fail(string day, string time)
    {
        foreach (var zone in new[] { "Pacific/Kiritimati", "Pacific/Pago_Pago", "Europe/Paris" })
            Assert.InRange(InstantsOf(day, time, zone).Count, 0, 1);
    }

    [Theory]
    [InlineData("Europe/London", "London")]
    [InlineData("America/New_York", "New York")]
    [InlineData("America/Argentina/Buenos_Aires", "Buenos Aires")]
    [InlineData("Etc/UTC", "UTC")]
    [InlineData("UTC", "UTC")]
    public void A_zone_is_called_by_its_city(string zone, string city) => Assert.Equal(city, ZonedTime.City(zone));

    [Theory]
    [InlineData(120, "UTC+2")]
    [InlineData(0, "UTC+0")]
    [InlineData(-210, "UTC−3:30")]
    [InlineData(345, "UTC+5:45")]
    public void An_offset_is_written_as_people_write_it(int minutes, string name) =>
        Assert.Equal(name, ZonedTime.OffsetName(TimeSpan.FromMinutes(minutes)));

    [Fact]
    public void Two_zones_may_show_the_same_at_one_instant_and_not_at_another()
    {
        // Between the two changes to summer time New York is four hours behind London, otherwise five.
        Assert.True(ZonedTime.SameClock(At("2026-11-23T10:00Z"), "Europe/Paris", "Europe/Berlin"));
        Assert.True(ZonedTime.SameClock(At("2026-07-01T10:00Z"), "Europe/Paris", "Africa/Johannesburg"));
        Assert.False(ZonedTime.SameClock(At("2026-11-23T10:00Z"), "Europe/Paris", "Africa/Johannesburg"));
    }

    private static IReadOnlyList<DateTimeOffset> InstantsOf(string day, string time, string zone) =>
        ZonedTime.InstantsOf(DateOnly.Parse(day, null), TimeOnly.Parse(time, null), zone);

    private static DateTimeOffset At(string instant) => DateTimeOffset.Parse(instant, null);
}
