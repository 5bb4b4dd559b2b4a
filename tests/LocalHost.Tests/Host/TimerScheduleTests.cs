using System.Globalization;
using LocalHost.Host.Timers;

namespace LocalHost.Tests.Host;

public sealed class TimerScheduleTests
{
    [Theory]
    [InlineData("0 */10 * * * *", "2026-03-02T08:00:00Z", "2026-03-02T08:10:00Z")]
    [InlineData("0 */10 * * * *", "2026-03-02T08:09:59.9Z", "2026-03-02T08:10:00Z")]
    [InlineData("*/15 * * * * *", "2026-03-02T08:00:46Z", "2026-03-02T08:01:00Z")]
    [InlineData("0 25 */6 * * *", "2026-03-02T06:25:00Z", "2026-03-02T12:25:00Z")]
    [InlineData("0 0 22 * * MON-FRI", "2026-03-06T22:00:00Z", "2026-03-09T22:00:00Z")]
    [InlineData("0 40 1 29 2 *", "2026-03-02T00:00:00Z", "2028-02-29T01:40:00Z")]
    [InlineData("30 8 * * *", "2026-03-02T08:30:00Z", "2026-03-03T08:30:00Z")]
    public void Next_Schedule_IsTheNextOccurrence(string schedule, string after, string expected) =>
        TimerSchedule.Parse(schedule).Next(Moment(after)).ShouldBe(Moment(expected));

    [Fact]
    public void Next_MomentWithAnOffset_CountsInUtc()
    {
        DateTimeOffset next = TimerSchedule.Parse("0 0 12 * * *").Next(Moment("2026-07-01T13:30:00+02:00"));

        next.ShouldBe(Moment("2026-07-01T12:00:00Z"));
        next.Offset.ShouldBe(TimeSpan.Zero);
    }

    [Theory]
    [InlineData("")]
    [InlineData("every day")]
    [InlineData("0 60 * * * *")]
    [InlineData("0 0 0 * * FUNDAY")]
    [InlineData("00:05:00")]
    public void Parse_NoSuchSchedule_Refuses(string schedule) => Should.Throw<FormatException>(() => TimerSchedule.Parse(schedule));

    private static DateTimeOffset Moment(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
