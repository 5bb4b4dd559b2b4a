using System.Collections.Concurrent;

namespace LocalHost.Durable.Faults;

/// <summary>
/// Kills an engine at a chosen checkpoint and repeats activities, so that a test can go through every moment at which a real process may die.
/// After the crash the engine writes nothing more; a new engine over the same store plays the restarted process.
/// </summary>
public sealed class FaultInjection
{
    private readonly ConcurrentQueue<string> _trail = new();
    private readonly TaskCompletionSource _crashed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _passed;

    /// <summary>The checkpoint, counted from 1, at which the engine dies; never when null.</summary>
    public long? CrashAtCheckpoint { get; init; }

    /// <summary>Says which activity calls run twice, as if the first result had been lost; none when null.</summary>
    public Func<ActivityInvocation, bool>? RepeatActivity { get; init; }

    /// <summary>How many checkpoints the engine has passed.</summary>
    public long Checkpoints => Interlocked.Read(ref _passed);

    /// <summary>The checkpoints passed, in order: kind and instance.</summary>
    public IReadOnlyCollection<string> Trail => _trail;

    /// <summary>Completes when the engine has died.</summary>
    public Task Crashed => _crashed.Task;

    /// <summary>Passes a checkpoint.</summary>
    /// <exception cref="SimulatedCrashException">The engine dies here, or has died before.</exception>
    public void Pass(Checkpoint checkpoint, string instanceId)
    {
        if (_crashed.Task.IsCompleted)
        {
            throw new SimulatedCrashException("The process is dead.");
        }

        var number = Interlocked.Increment(ref _passed);
        _trail.Enqueue($"{checkpoint} {instanceId}");
        if (number == CrashAtCheckpoint)
        {
            _crashed.TrySetResult();
            throw new SimulatedCrashException($"The process died at checkpoint {number}: {checkpoint} of '{instanceId}'.");
        }
    }
}
