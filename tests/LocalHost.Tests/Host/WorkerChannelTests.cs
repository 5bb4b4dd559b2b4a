using LocalHost.Host.Protos;
using LocalHost.Host.Worker;

namespace LocalHost.Tests.Host;

public sealed class WorkerChannelTests
{
    private readonly List<string> _logged = [];
    private readonly WorkerChannel _channel;
    private readonly MessageStream _fromWorker = new();
    private readonly MessageStream _toWorker = new();

    public WorkerChannelTests() => _channel = new WorkerChannel(log => _logged.Add(log.Message));

    [Fact]
    public async Task TryAsk_AnswersInAnotherOrder_FindTheirQuestions()
    {
        Task serving = _channel.ServeAsync(_fromWorker, _toWorker, CancellationToken.None);
        Task<StreamingMessage> first = Ask("first")!;
        Task<StreamingMessage> second = Ask("second")!;
        List<StreamingMessage> asked = [await _toWorker.ReadAsync(), await _toWorker.ReadAsync()];

        foreach (StreamingMessage question in Enumerable.Reverse(asked))
        {
            await _fromWorker.WriteAsync(new StreamingMessage
            {
                RequestId = question.RequestId,
                InvocationResponse = new InvocationResponse { InvocationId = question.InvocationRequest.InvocationId },
            });
        }

        (await first).InvocationResponse.InvocationId.ShouldBe("first");
        (await second).InvocationResponse.InvocationId.ShouldBe("second");
        _channel.Open.ShouldBeEmpty();
        _fromWorker.Complete();
        await serving;
    }

    [Fact]
    public async Task Serve_StreamEnds_SaysSoAndTakesNoQuestions()
    {
        Task serving = _channel.ServeAsync(_fromWorker, _toWorker, CancellationToken.None);
        _fromWorker.Complete();

        await serving;

        _channel.Disconnected.IsCompleted.ShouldBeTrue();
        Ask("late").ShouldBeNull();
    }

    [Fact]
    public async Task Fail_OpenQuestion_FailsWithTheReason()
    {
        Task<StreamingMessage> answer = Ask("open")!;

        _channel.Fail(new WorkerLostException("the worker ended with exit code 137."));

        (await Should.ThrowAsync<WorkerLostException>(answer)).Message.ShouldContain("137");
        Ask("late").ShouldBeNull();
    }

    [Fact]
    public async Task Serve_Log_IsHandedOn()
    {
        Task serving = _channel.ServeAsync(_fromWorker, _toWorker, CancellationToken.None);
        await _fromWorker.WriteAsync(new StreamingMessage { RpcLog = new RpcLog { Message = "hello" } });
        _fromWorker.Complete();

        await serving;

        _logged.ShouldBe(["hello"]);
    }

    private Task<StreamingMessage>? Ask(string invocationId) =>
        _channel.TryAsk(new StreamingMessage { InvocationRequest = new InvocationRequest { InvocationId = invocationId } });
}
