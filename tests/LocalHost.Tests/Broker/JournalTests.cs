using ServiceBusBroker;

namespace LocalHost.Tests.Broker;

public sealed class JournalTests
{
    [Fact]
    public async Task Append_DeviceIsFull_FailsAndTellsWhoeverWatches()
    {
        using var journal = new Journal(null, File.OpenHandle("/dev/full", FileMode.Open, FileAccess.Write), []);
        var record = new MessageRecord { Queue = "q", SequenceNumber = 1, EnqueuedTime = DateTimeOffset.UnixEpoch, Content = [1] };

        Should.Throw<BrokerException>(() => journal.Append(record));

        await Should.ThrowAsync<BrokerException>(journal.Ended.WaitAsync(RunningBroker.Patience));
        Should.Throw<BrokerException>(() => journal.Append(record));
    }
}
