using LocalHost.Durable.Dispatch;

namespace LocalHost.Tests.Durable;

public sealed class TimerTests
{
    private readonly ManualTimeProvider _clock = new(DateTimeOffset.UnixEpoch);
    private readonly List<int> _fired = [];

    [Fact]
    public void Add_SeveralTimers_FireInTheOrderOfTheirTimes()
    {
        using var queue = New();
        queue.Add(Key(2), At(20));
        queue.Add(Key(1), At(10));
        queue.Add(Key(3), At(30));

        _clock.Advance(TimeSpan.FromSeconds(20));

        _fired.ShouldBe([1, 2]);
        queue.Next.ShouldBe(At(30));
    }

    [Fact]
    public void Add_TimeAlreadyPast_FiresAtOnce()
    {
        using var queue = New();

        queue.Add(Key(1), At(-5));

        _fired.ShouldBe([1]);
    }

    [Fact]
    public void Cancel_BeforeItsTime_NeverFires()
    {
        using var queue = New();
        queue.Add(Key(1), At(10));
        queue.Add(Key(2), At(20));

        queue.Cancel(Key(1));
        _clock.Advance(TimeSpan.FromSeconds(20));

        _fired.ShouldBe([2]);
        queue.Next.ShouldBeNull();
    }

    [Fact]
    public void Add_YearsAhead_FiresThenAndNotBefore()
    {
        using var queue = New();
        queue.Add(Key(1), DateTimeOffset.UnixEpoch.AddDays(800));

        for (var day = 1; day < 800; day++)
        {
            _clock.Advance(TimeSpan.FromDays(1));
        }

        _fired.ShouldBeEmpty();
        _clock.Advance(TimeSpan.FromDays(1));
        _fired.ShouldBe([1]);
    }

    private static DateTimeOffset At(int seconds) => DateTimeOffset.UnixEpoch.AddSeconds(seconds);

    private static TimerKey Key(int id) => new("one", 1, id);

    private TimerQueue New() => new(_clock, key => _fired.Add(key.TimerId));
}
