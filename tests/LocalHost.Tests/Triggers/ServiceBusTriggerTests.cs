using Azure.Messaging.ServiceBus;
using LocalHost.Queues;
using LocalHost.Tests.Azurite;
using LocalHost.Triggers.ServiceBus;
using Microsoft.Azure.Functions.Worker;

namespace LocalHost.Tests.Triggers;

[Collection(AzuriteCollection.Name)]
public sealed class ServiceBusTriggerTests(AzuriteFixture azurite)
{
    private static int _names;

    private readonly Recorder _recorder = new();
    private readonly string _queue = $"bus-{Interlocked.Increment(ref _names)}";

    [Fact]
    public async Task Message_FunctionDeadLettersIt_LiesInTheDeadLettersWithItsReason()
    {
        await using TriggerHarness host = await StartAsync(typeof(DeadLetters));
        LocalQueue queue = await SendAsync(host, "a");

        QueueMessage dead = await DeadLetterAsync(queue);

        dead.DeadLetterReason.ShouldBe("KSF-3001");
        dead.DeadLetterErrorDescription.ShouldBe("why a");
        _recorder.Calls.ShouldBe(["a 1"]);
    }

    [Fact]
    public async Task Message_FunctionAlwaysFails_IsDeadLetteredAfterTenDeliveries()
    {
        _recorder.Fails = _ => true;
        await using TriggerHarness host = await StartAsync(typeof(DeadLetters));
        LocalQueue queue = await SendAsync(host, "a");

        QueueMessage dead = await DeadLetterAsync(queue);

        dead.DeadLetterReason.ShouldBe("MaxDeliveryCountExceeded");
        _recorder.Calls.Count.ShouldBe(10);
        _recorder.Calls[^1].ShouldBe("a 10");
    }

    [Fact]
    public async Task Message_AutoComplete_IsGoneAfterTheFunction()
    {
        await using TriggerHarness host = await StartAsync(typeof(Completes));
        LocalQueue queue = await SendAsync(host, "a");
        await Eventually.BecomesTrueAsync(() => _recorder.Calls.Count == 1, "the function ran");

        await using TriggerHarness again = await StartAsync(typeof(Completes));
        await SendAsync(again, "b");
        await Eventually.BecomesTrueAsync(() => _recorder.Calls.Count == 2, "the function ran");

        _recorder.Calls.ShouldBe(["a 1", "b 1"]);
        (await queue.PeekDeadLettersAsync(CancellationToken.None).GetAsyncEnumerator().MoveNextAsync()).ShouldBeFalse();
    }

    private static async Task<QueueMessage> DeadLetterAsync(LocalQueue queue)
    {
        QueueMessage? dead = null;
        await Eventually.BecomesTrueAsync(
            async () =>
            {
                await foreach (QueueMessage message in queue.PeekDeadLettersAsync(CancellationToken.None))
                {
                    dead = message;
                }

                return dead is not null;
            },
            "there is a dead letter");
        return dead!;
    }

    private Task<TriggerHarness> StartAsync(Type functions) =>
        TriggerHarness.StartAsync<ServiceBusTriggerService>(functions, _recorder, azurite.Blobs, time: null, ("QUEUE", _queue));

    private async Task<LocalQueue> SendAsync(TriggerHarness host, string id)
    {
        LocalQueue queue = await host.Queues.ServiceBusAsync(_queue);
        await queue.SendAsync(new QueueMessage { MessageId = id, Body = [1] }, CancellationToken.None);
        return queue;
    }

    private sealed class DeadLetters(Recorder recorder)
    {
        [Function("OnMessage")]
        public async Task RunAsync(
            [ServiceBusTrigger("%QUEUE%", AutoCompleteMessages = false)] ServiceBusReceivedMessage message, ServiceBusMessageActions actions)
        {
            recorder.Add($"{message.MessageId} {message.DeliveryCount}");
            await actions.DeadLetterMessageAsync(message, deadLetterReason: "KSF-3001", deadLetterErrorDescription: $"why {message.MessageId}");
        }
    }

    private sealed class Completes(Recorder recorder)
    {
        [Function("OnMessage")]
        public void Run([ServiceBusTrigger("%QUEUE%", AutoCompleteMessages = true)] ServiceBusReceivedMessage message) =>
            recorder.Add($"{message.MessageId} {message.DeliveryCount}");
    }
}
