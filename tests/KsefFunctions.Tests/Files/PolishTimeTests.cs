using System.Globalization;
using KsefFunctions.Files;

namespace KsefFunctions.Tests.Files;

public sealed class PolishTimeTests
{
    [Theory]
    [InlineData("2026-02-03T22:59:59Z", "2026-02-03")]
    [InlineData("2026-02-03T23:00:00Z", "2026-02-04")]
    [InlineData("2026-07-03T22:00:00Z", "2026-07-04")]
    public void DayOf_LateEvening_IsTheDayByTheClockInPoland(string moment, string day) =>
        PolishTime.DayOf(DateTimeOffset.Parse(moment, CultureInfo.InvariantCulture)).ShouldBe(DateOnly.Parse(day, CultureInfo.InvariantCulture));
}
