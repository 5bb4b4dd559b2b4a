using System.Threading.Channels;
using Grpc.Core;
using LocalHost.Host.Protos;

namespace LocalHost.Tests.Host;

/// <summary>One direction of the stream between host and worker, in memory.</summary>
internal sealed class MessageStream : IAsyncStreamReader<StreamingMessage>, IAsyncStreamWriter<StreamingMessage>
{
    private readonly Channel<StreamingMessage> _messages = Channel.CreateUnbounded<StreamingMessage>();

    public StreamingMessage Current { get; private set; } = null!;

    public WriteOptions? WriteOptions { get; set; }

    public async Task<bool> MoveNext(CancellationToken cancellationToken)
    {
        bool any = await _messages.Reader.WaitToReadAsync(cancellationToken);
        Current = any ? await _messages.Reader.ReadAsync(cancellationToken) : null!;
        return any;
    }

    public async Task WriteAsync(StreamingMessage message) => await _messages.Writer.WriteAsync(message);

    public async Task<StreamingMessage> ReadAsync() => await _messages.Reader.ReadAsync();

    public void Complete() => _messages.Writer.Complete();
}
