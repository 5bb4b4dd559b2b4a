namespace LocalHost.Host.Worker;

/// <summary>Leaves Ctrl+C to the program, which stops more than this one host.</summary>
internal sealed class NoConsoleLifetime : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
