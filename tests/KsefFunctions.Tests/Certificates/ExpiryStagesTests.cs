using KsefFunctions.Certificates;
using KsefFunctions.Watch;

namespace KsefFunctions.Tests.Certificates;

public sealed class ExpiryStagesTests
{
    private static readonly DateTimeOffset End = new(2026, 12, 1, 0, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(61, null)]
    [InlineData(60, 60)]
    [InlineData(31, 60)]
    [InlineData(30, 30)]
    [InlineData(14, 14)]
    [InlineData(8, 14)]
    [InlineData(7, 7)]
    [InlineData(6, 6)]
    [InlineData(1, 1)]
    [InlineData(0, 0)]
    [InlineData(-3, -3)]
    public void Of_DaysLeft_IsTheThresholdReachedAndFromSevenOnTheDayItself(int daysLeft, int? expected) => ExpiryStages.Certificate.Of(daysLeft).ShouldBe(expected);

    [Fact]
    public void IsNew_LooksEverySixHours_TellEachThresholdOnceAndEveryDayOfTheLastWeek()
    {
        var told = new List<int>();
        DateTimeOffset? last = null;
        for (var now = End.AddDays(-70).AddMinutes(25); now < End.AddDays(2); now = now.AddHours(6))
        {
            if (ExpiryStages.Certificate.IsNew(End, last, now))
            {
                told.Add(CertificateDaysLeft.Between(now, End));
            }

            last = now;
        }

        told.ShouldBe([60, 30, 14, 7, 6, 5, 4, 3, 2, 1, 0, -1, -2]);
    }

    [Theory]
    [InlineData(60, null)]
    [InlineData(15, null)]
    [InlineData(14, 14)]
    [InlineData(13, 13)]
    [InlineData(-1, -1)]
    public void Of_DaysLeftOfTokens_IsTheDayItselfFromFourteenOn(int daysLeft, int? expected) => ExpiryStages.Token.Of(daysLeft).ShouldBe(expected);

    [Fact]
    public void IsNew_HostWasDownOverAThreshold_IsToldAtTheNextLook() =>
        ExpiryStages.Certificate.IsNew(End, End.AddDays(-35), End.AddDays(-25)).ShouldBeTrue();
}
