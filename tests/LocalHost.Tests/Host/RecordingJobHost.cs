using System.Reflection;
using LocalHost.Host.Functions;
using Microsoft.Azure.WebJobs;

namespace LocalHost.Tests.Host;

/// <summary>Stands where the WebJobs SDK would run a function: notes the runs, which end when the test says so.</summary>
internal sealed class RecordingJobHost : IJobHost
{
    private readonly Lock _gate = new();
    private readonly List<(string Function, ManualInvocation Invocation)> _runs = [];

    /// <summary>What a run waits for, and fails of.</summary>
    public Func<Task> Run { get; set; } = () => Task.CompletedTask;

    public IReadOnlyList<(string Function, ManualInvocation Invocation)> Runs
    {
        get
        {
            lock (_gate)
            {
                return [.. _runs];
            }
        }
    }

    public Task CallAsync(string name, IDictionary<string, object>? arguments = null, CancellationToken cancellationToken = default)
    {
        lock (_gate)
        {
            _runs.Add((name, (ManualInvocation)arguments!.Values.Single()));
        }

        return Run();
    }

    public Task CallAsync(MethodInfo method, IDictionary<string, object>? arguments = null, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException();

    public Task StartAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task StopAsync() => throw new NotSupportedException();
}
