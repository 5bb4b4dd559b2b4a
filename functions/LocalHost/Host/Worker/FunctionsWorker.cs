using Google.Protobuf.WellKnownTypes;
using LocalHost.Host.Functions;
using LocalHost.Host.Protos;

namespace LocalHost.Host.Worker;

/// <summary>One life of the app: a process that has loaded its functions and runs them.</summary>
internal sealed class FunctionsWorker
{
    private static readonly TimeSpan TimeToStart = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan TimeToEnd = TimeSpan.FromSeconds(5);

    private readonly WorkerChannel _channel;
    private readonly WorkerProcess _process;
    private readonly Dictionary<string, string> _functionIds;

    private FunctionsWorker(WorkerChannel channel, WorkerProcess process, Task<string> ended, WorkerHandshake handshake)
    {
        _channel = channel;
        _process = process;
        _functionIds = handshake.Functions.ToDictionary(function => function.Name, function => function.FunctionId);
        Ended = ended;
        HttpUri = handshake.HttpUri;
        Functions = [.. handshake.Functions.Select(DeclaredFunction.Parse)];
    }

    public int ProcessId => _process.Id;

    /// <summary>Completes with how it ended, in words for the user.</summary>
    public Task<string> Ended { get; }

    public string? HttpUri { get; }

    public IReadOnlyList<DeclaredFunction> Functions { get; }

    /// <summary>Starts the app and waits until it has loaded its functions.</summary>
    /// <exception cref="LocalHostException">It does not start; the message has what it said.</exception>
    public static async Task<FunctionsWorker> StartAsync(
        WorkerOptions options, WorkerEndpoint endpoint, WorkerLog log, CancellationToken cancellationToken)
    {
        var channel = new WorkerChannel(log.Write);
        endpoint.Add(channel);
        WorkerProcess process = WorkerProcess.Start(options, endpoint.Address, channel.WorkerId, log.Console);
        Task<string> ended = EndAsync(channel, process, endpoint);
        try
        {
            WorkerHandshake handshake = await WorkerHandshake.RunAsync(channel, options.AppDirectory).WaitAsync(TimeToStart, cancellationToken);
            return new FunctionsWorker(channel, process, ended, handshake);
        }
        catch (Exception exception)
        {
            process.Kill();
            string end = await ended;
            throw exception switch
            {
                WorkerLostException => new LocalHostException($"The app ended while it started, {end}", exception),
                TimeoutException => new LocalHostException($"The app was not ready within {TimeToStart.TotalSeconds} s.", exception),
                _ => exception,
            };
        }
    }

    /// <returns>The response to come, or null when the worker is gone and has not seen the request.</returns>
    /// <exception cref="WorkerLostException">The worker ended while it ran the function.</exception>
    public Task<InvocationResponse>? TryInvoke(string function, InvocationRequest request, CancellationToken cancellationToken)
    {
        request.FunctionId = _functionIds[function];
        return _channel.TryAsk(new StreamingMessage { InvocationRequest = request }) is { } answer ? ReadAsync() : null;

        async Task<InvocationResponse> ReadAsync()
        {
            var cancel = new StreamingMessage { InvocationCancel = new InvocationCancel { InvocationId = request.InvocationId } };
            await using CancellationTokenRegistration registration = cancellationToken.Register(() => _channel.Tell(cancel));
            return (await answer).InvocationResponse;
        }
    }

    /// <summary>Waits for what is running, for a while, and ends the process.</summary>
    public async Task StopAsync(TimeSpan timeForRunning)
    {
        await Task.WhenAny(Task.WhenAll(_channel.Open), Task.Delay(timeForRunning));
        _channel.Tell(new StreamingMessage { WorkerTerminate = new WorkerTerminate { GracePeriod = Duration.FromTimeSpan(TimeToEnd) } });
        await Task.WhenAny(Ended, Task.Delay(TimeToEnd));
        _process.Kill();
        await Ended;
    }

    private static async Task<string> EndAsync(WorkerChannel channel, WorkerProcess process, WorkerEndpoint endpoint)
    {
        await Task.WhenAny(channel.Disconnected, process.Exited);
        // Without its stream a worker is of no use to anybody.
        process.Kill();
        string end = await process.Exited;
        endpoint.Remove(channel);
        channel.Fail(new WorkerLostException($"the worker ended {end}"));
        return end;
    }
}
