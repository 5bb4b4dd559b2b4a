using System.Globalization;
using LocalHost.Triggers.Timers;

namespace LocalHost.Tests.Triggers;

public sealed class CronScheduleTests
{
    [Theory]
    [InlineData("0 */5 * * * *", "2026-03-02T08:00:00Z", "2026-03-02T08:05:00Z")]
    [InlineData("0 */5 * * * *", "2026-03-02T08:04:59.9Z", "2026-03-02T08:05:00Z")]
    [InlineData("*/15 * * * * *", "2026-03-02T08:00:46Z", "2026-03-02T08:01:00Z")]
    [InlineData("0 30 1 * * *", "2026-03-02T01:30:00Z", "2026-03-03T01:30:00Z")]
    [InlineData("0 0 22 * * MON-FRI", "2026-03-06T22:00:00Z", "2026-03-09T22:00:00Z")]
    [InlineData("0 0 9 * * 7", "2026-03-02T00:00:00Z", "2026-03-08T09:00:00Z")]
    [InlineData("0 0 0 1 JAN *", "2026-03-02T00:00:00Z", "2027-01-01T00:00:00Z")]
    [InlineData("0 0 0 29 2 *", "2026-03-02T00:00:00Z", "2028-02-29T00:00:00Z")]
    [InlineData("0 10,40 8-9 * * *", "2026-03-02T08:10:00Z", "2026-03-02T08:40:00Z")]
    [InlineData("0 10,40 8-9 * * *", "2026-03-02T09:40:00Z", "2026-03-03T08:10:00Z")]
    [InlineData("0 20/20 * * * *", "2026-03-02T08:00:00Z", "2026-03-02T08:20:00Z")]
    public void Next_Schedule_IsTheNextOccurrence(string schedule, string after, string expected) =>
        CronSchedule.Parse(schedule).Next(Moment(after)).ShouldBe(Moment(expected));

    [Fact]
    public void Next_MomentWithAnOffset_CountsInUtc() =>
        CronSchedule.Parse("0 0 12 * * *").Next(Moment("2026-07-01T13:30:00+02:00")).ShouldBe(Moment("2026-07-01T12:00:00Z"));

    [Theory]
    [InlineData("*/5 * * * *")]
    [InlineData("0 60 * * * *")]
    [InlineData("0 0 24 * * *")]
    [InlineData("0 */0 * * * *")]
    [InlineData("0 5-1 * * * *")]
    [InlineData("0 0 0 * * FUNDAY")]
    public void Parse_NoSuchSchedule_Refuses(string schedule) => Should.Throw<FormatException>(() => CronSchedule.Parse(schedule));

    [Fact]
    public void Next_DateThatNeverComes_SaysSo() =>
        Should.Throw<InvalidOperationException>(() => CronSchedule.Parse("0 0 0 30 2 *").Next(Moment("2026-03-02T00:00:00Z")));

    private static DateTimeOffset Moment(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
