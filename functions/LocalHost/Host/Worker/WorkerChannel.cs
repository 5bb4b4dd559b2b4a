using System.Collections.Concurrent;
using System.Threading.Channels;
using Grpc.Core;
using LocalHost.Host.Protos;

namespace LocalHost.Host.Worker;

/// <summary>The messages between the host and one worker. Every question gets its answer by the id of the request.</summary>
internal sealed class WorkerChannel(Action<RpcLog> log)
{
    private readonly Channel<StreamingMessage> _outgoing = Channel.CreateUnbounded<StreamingMessage>(new UnboundedChannelOptions { SingleReader = true });
    private readonly ConcurrentDictionary<string, TaskCompletionSource<StreamingMessage>> _open = new();
    private readonly TaskCompletionSource _connected = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _disconnected = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Known to this worker only, so that no other process of this machine can speak for it.</summary>
    public string WorkerId { get; } = RandomId.Next();

    public Task Connected => _connected.Task;

    public Task Disconnected => _disconnected.Task;

    /// <summary>Answers that are still to come.</summary>
    public IEnumerable<Task> Open => _open.Values.Select(answer => answer.Task);

    /// <summary>Reads and writes until the stream ends.</summary>
    public async Task ServeAsync(IAsyncStreamReader<StreamingMessage> incoming, IAsyncStreamWriter<StreamingMessage> outgoing, CancellationToken cancellationToken)
    {
        _connected.TrySetResult();
        Task writing = WriteAsync(outgoing, cancellationToken);
        try
        {
            await foreach (StreamingMessage message in incoming.ReadAllAsync(cancellationToken))
            {
                Receive(message);
            }
        }
        catch (Exception exception) when (exception is IOException or OperationCanceledException)
        {
            // The worker, or this host, is gone.
        }
        finally
        {
            _outgoing.Writer.TryComplete();
            _disconnected.TrySetResult();
            await writing;
        }
    }

    /// <returns>The answer to come, or null when the worker is gone: it has not seen the question.</returns>
    public Task<StreamingMessage>? TryAsk(StreamingMessage question)
    {
        question.RequestId = RandomId.Next();
        var answer = new TaskCompletionSource<StreamingMessage>(TaskCreationOptions.RunContinuationsAsynchronously);
        _open[question.RequestId] = answer;
        if (_outgoing.Writer.TryWrite(question))
        {
            return answer.Task;
        }

        _open.TryRemove(question.RequestId, out _);
        return null;
    }

    public void Tell(StreamingMessage message) => _outgoing.Writer.TryWrite(message);

    /// <summary>Gives up on all answers that are still to come.</summary>
    public void Fail(Exception exception)
    {
        _outgoing.Writer.TryComplete();
        _connected.TrySetException(exception);
        foreach (string requestId in _open.Keys)
        {
            if (_open.TryRemove(requestId, out TaskCompletionSource<StreamingMessage>? answer))
            {
                answer.TrySetException(exception);
            }
        }
    }

    private void Receive(StreamingMessage message)
    {
        if (message.ContentCase == StreamingMessage.ContentOneofCase.RpcLog)
        {
            log(message.RpcLog);
        }
        else if (_open.TryRemove(message.RequestId, out TaskCompletionSource<StreamingMessage>? answer))
        {
            answer.TrySetResult(message);
        }
    }

    private async Task WriteAsync(IAsyncStreamWriter<StreamingMessage> outgoing, CancellationToken cancellationToken)
    {
        try
        {
            await foreach (StreamingMessage message in _outgoing.Reader.ReadAllAsync(cancellationToken))
            {
                await outgoing.WriteAsync(message, cancellationToken);
            }
        }
        catch (Exception exception) when (exception is IOException or InvalidOperationException or OperationCanceledException)
        {
            // The stream broke: the reading side says so too, and the open questions fail with it.
        }
    }
}
