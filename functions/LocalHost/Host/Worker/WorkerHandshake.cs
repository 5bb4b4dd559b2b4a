using LocalHost.Host.Protos;

namespace LocalHost.Host.Worker;

/// <summary>What a worker says of itself before it takes its first invocation.</summary>
/// <param name="HttpUri">Where it serves its HTTP functions itself.</param>
/// <param name="Functions">Its functions, all of them loaded.</param>
internal sealed record WorkerHandshake(string? HttpUri, IReadOnlyList<RpcFunctionMetadata> Functions)
{
    private const string HttpUriCapability = "HttpUri";
    private const string HostVersion = "4.1048.0";

    /// <exception cref="LocalHostException">The worker refused, or could not index or load its functions.</exception>
    /// <exception cref="WorkerLostException">The worker ended.</exception>
    public static async Task<WorkerHandshake> RunAsync(WorkerChannel channel, string appDirectory)
    {
        await channel.Connected;
        WorkerInitResponse initialized = (await AskAsync(channel, new StreamingMessage { WorkerInitRequest = Initialize(appDirectory) })).WorkerInitResponse;
        ThrowIfFailed(initialized.Result, "start");
        var request = new FunctionsMetadataRequest { FunctionAppDirectory = appDirectory };
        FunctionMetadataResponse indexed = (await AskAsync(channel, new StreamingMessage { FunctionsMetadataRequest = request })).FunctionMetadataResponse;
        ThrowIfFailed(indexed.Result, "index its functions");
        await Task.WhenAll(indexed.FunctionMetadataResults.Select(function => LoadAsync(channel, function)));
        return new WorkerHandshake(initialized.Capabilities.GetValueOrDefault(HttpUriCapability), indexed.FunctionMetadataResults);
    }

    private static WorkerInitRequest Initialize(string appDirectory) => new()
    {
        HostVersion = HostVersion,
        WorkerDirectory = appDirectory,
        FunctionAppDirectory = appDirectory,
        Capabilities = { ["V2Compatable"] = bool.TrueString, ["MultiStream"] = bool.TrueString },
    };

    private static async Task LoadAsync(WorkerChannel channel, RpcFunctionMetadata function)
    {
        var request = new FunctionLoadRequest { FunctionId = function.FunctionId, Metadata = function };
        FunctionLoadResponse loaded = (await AskAsync(channel, new StreamingMessage { FunctionLoadRequest = request })).FunctionLoadResponse;
        ThrowIfFailed(loaded.Result, $"load its function '{function.Name}'");
    }

    private static Task<StreamingMessage> AskAsync(WorkerChannel channel, StreamingMessage question) =>
        channel.TryAsk(question) ?? throw new WorkerLostException("the worker ended while it started.");

    private static void ThrowIfFailed(StatusResult? result, string action)
    {
        if (result is { Status: not StatusResult.Types.Status.Success })
        {
            // The message ends with the stack.
            throw new LocalHostException($"The app could not {action}: {result.Exception?.Message.Split("\n   at ")[0]}");
        }
    }
}
