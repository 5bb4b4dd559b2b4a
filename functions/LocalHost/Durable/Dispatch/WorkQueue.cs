using System.Threading.Channels;
using LocalHost.Durable.Faults;

namespace LocalHost.Durable.Dispatch;

/// <summary>A queue that a fixed number of workers empties.</summary>
/// <typeparam name="T">What is queued.</typeparam>
internal sealed class WorkQueue<T>(WorkCounter work, EngineLifetime lifetime, ILogger logger)
{
    private readonly Channel<T> _channel = Channel.CreateUnbounded<T>();
    private Task _workers = Task.CompletedTask;

    public void Enqueue(T item)
    {
        work.Begin();
        if (!_channel.Writer.TryWrite(item))
        {
            work.End();
        }
    }

    public void Start(int workers, Func<T, Task> process) =>
        _workers = Task.WhenAll(Enumerable.Range(0, workers).Select(_ => Task.Run(() => WorkAsync(process))));

    /// <summary>Lets the workers go once the queue is empty or the engine is aborted.</summary>
    public async Task CompleteAsync()
    {
        _channel.Writer.TryComplete();
        await _workers;
        while (_channel.Reader.TryRead(out _))
        {
            work.End();
        }
    }

    private async Task WorkAsync(Func<T, Task> process)
    {
        try
        {
            await foreach (var item in _channel.Reader.ReadAllAsync(lifetime.Aborted))
            {
                try
                {
                    await process(item);
                }
                catch (SimulatedCrashException)
                {
                    lifetime.Abort();
                }
                catch (Exception failure) when (lifetime.Aborted.IsCancellationRequested)
                {
                    DurableLog.WorkCutOff(logger, failure);
                }
                catch (Exception failure)
                {
                    // One broken instance must not take the others' worker with it.
                    DurableLog.WorkFailed(logger, failure);
                }
                finally
                {
                    work.End();
                }
            }
        }
        catch (OperationCanceledException) when (lifetime.Aborted.IsCancellationRequested)
        {
        }
    }
}
