using System.Text.Json;

namespace LocalHost.Durable.Replay;

/// <summary>A task that an orchestrator may be waiting for.</summary>
internal abstract class PendingTask(string name)
{
    public string Name { get; } = name;

    public abstract void Complete(string? result, PayloadConverter payloads);

    public abstract void Fail(Exception exception);

    public abstract bool Cancel(CancellationToken cancellationToken);
}

/// <summary>A task with a result of a known type. Continuations run at once, on the orchestrator's thread.</summary>
internal sealed class PendingTask<T>(string name) : PendingTask(name)
{
    private readonly TaskCompletionSource<T> _source = new();

    public Task<T> Task => _source.Task;

    public override void Complete(string? result, PayloadConverter payloads)
    {
        T value;
        try
        {
            value = payloads.Read<T>(result)!;
        }
        catch (Exception unreadable) when (unreadable is JsonException or NotSupportedException)
        {
            _source.TrySetException(unreadable);
            return;
        }

        _source.TrySetResult(value);
    }

    public override void Fail(Exception exception) => _source.TrySetException(exception);

    public override bool Cancel(CancellationToken cancellationToken) => _source.TrySetCanceled(cancellationToken);
}
