using LocalHost.Host.Worker;

namespace LocalHost.Tests.Host;

public sealed class RestartPolicyTests
{
    private readonly ManualTimeProvider _time = new(new DateTimeOffset(2026, 3, 2, 8, 0, 0, TimeSpan.Zero));

    [Fact]
    public void AllowsRestart_ThirdEndWithinAMinute_IsTheLast()
    {
        var policy = new RestartPolicy(_time);

        EndsAfter(policy, seconds: 0).ShouldBeTrue();
        EndsAfter(policy, seconds: 30).ShouldBeTrue();
        EndsAfter(policy, seconds: 30).ShouldBeFalse();
    }

    [Fact]
    public void AllowsRestart_EndsFarApart_GoesOnForEver()
    {
        var policy = new RestartPolicy(_time);

        for (int end = 0; end < 10; end++)
        {
            EndsAfter(policy, seconds: 31).ShouldBeTrue();
        }
    }

    [Fact]
    public void AllowsRestart_OldEnds_AreForgotten()
    {
        var policy = new RestartPolicy(_time);
        EndsAfter(policy, seconds: 0);
        EndsAfter(policy, seconds: 1);

        EndsAfter(policy, seconds: 61).ShouldBeTrue();
    }

    private bool EndsAfter(RestartPolicy policy, int seconds)
    {
        _time.Advance(TimeSpan.FromSeconds(seconds));
        return policy.AllowsRestart();
    }
}
