using LocalHost.Durable.Dispatch;
using LocalHost.Durable.History;
using LocalHost.Durable.Replay;

namespace LocalHost.Tests.Durable;

public sealed class MessageFilterTests
{
    private readonly ExecutionState _execution = new(
        new ExecutionKey("one", 3),
        [
            new ExecutionStarted("Subject", string.Empty, DateTimeOffset.UnixEpoch, null),
            new EventRaised("Known", null, "sender#1/0"),
            new TurnStarted(DateTimeOffset.UnixEpoch),
            new TaskScheduled(0, "A", string.Empty, null),
            new TimerCreated(1, DateTimeOffset.UnixEpoch),
        ]);

    [Fact]
    public void Accept_TheSameResultTwice_TakesTheFirst() =>
        Accept(new TaskCompleted(0, "1"), new TaskCompleted(0, "2"), new TaskFailed(0, new Failure("T", "m")))
            .ShouldBe([new TaskCompleted(0, "1")]);

    [Fact]
    public void Accept_ResultsNobodyWaitsFor_DropsThem() => Accept(new TaskCompleted(7, "1"), new TimerFired(0)).ShouldBeEmpty();

    [Fact]
    public void Accept_EventDeliveredAgain_DropsIt() =>
        Accept(
            new EventRaised("Known", null, "sender#1/0"),
            new EventRaised("New", null, "sender#1/1"),
            new EventRaised("New", null, "sender#1/1")).ShouldBe([new EventRaised("New", null, "sender#1/1")]);

    [Fact]
    public void Accept_TheSameEventFromAClientTwice_TakesBoth() =>
        Accept(new EventRaised("Go", "1"), new EventRaised("Go", "1")).Count.ShouldBe(2);

    [Fact]
    public void Accept_OfAnotherExecution_DropsIt() =>
        MessageFilter.Accept(_execution, [new InstanceMessage(new TaskCompleted(0, "1"), Execution: 2)]).ShouldBeEmpty();

    [Fact]
    public void Accept_SuspendAndResumeRepeated_TakesOnlyTheChanges()
    {
        var accepted = Accept(
            new ExecutionResumed(null), new ExecutionSuspended("a"), new ExecutionSuspended("b"), new ExecutionResumed("c"), new ExecutionSuspended("d"));

        accepted.ShouldBe([new ExecutionSuspended("a"), new ExecutionResumed("c"), new ExecutionSuspended("d")]);
        MessageFilter.IsSuspendedAfter(_execution, accepted).ShouldBeTrue();
    }

    private IReadOnlyList<OrchestrationMessage> Accept(params OrchestrationMessage[] messages) =>
        MessageFilter.Accept(_execution, messages.Select(message => new InstanceMessage(message, 3)));
}
