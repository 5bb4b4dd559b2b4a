using System.Diagnostics;
using LocalHost.Host.Functions;
using LocalHost.Host.Protos;
using Microsoft.Azure.WebJobs;

namespace LocalHost.Host.Worker;

/// <summary>Runs in the worker what the WebJobs SDK calls here.</summary>
internal sealed class FunctionDispatcher(WorkerSupervisor workers)
{
    // Between the end of a worker and the moment when the supervisor knows of it.
    private static readonly TimeSpan TimeToNotice = TimeSpan.FromMilliseconds(20);

    private readonly Dictionary<string, DeclaredFunction> _functions = workers.Functions.ToDictionary(function => function.Name);

    /// <summary>Waits for a worker where there is none at the moment.</summary>
    /// <param name="name">The function.</param>
    /// <param name="arguments">As <see cref="FunctionEmitter"/> orders them.</param>
    /// <returns>What the function returned.</returns>
    /// <exception cref="Microsoft.Azure.WebJobs.Script.Workers.Rpc.RpcException">The function failed.</exception>
    /// <exception cref="WorkerLostException">The worker ended on the way.</exception>
    public async Task<object?> InvokeAsync(string name, object?[] arguments)
    {
        var cancellationToken = (CancellationToken)arguments[^1]!;
        InvocationRequest request = Describe(_functions[name], arguments);
        Func<string?, string, Task>? accompany = (arguments[0] as ManualInvocation)?.Accompany;
        while (true)
        {
            FunctionsWorker worker = await workers.GetAsync(cancellationToken);
            if (worker.TryInvoke(name, request, cancellationToken) is { } response)
            {
                await Task.WhenAll(response, accompany?.Invoke(worker.HttpUri, request.InvocationId) ?? Task.CompletedTask);
                return Read(await response);
            }

            await Task.Delay(TimeToNotice, cancellationToken);
        }
    }

    private static InvocationRequest Describe(DeclaredFunction function, object?[] arguments)
    {
        var request = new InvocationRequest
        {
            InvocationId = RandomId.Next(),
            TraceContext = new RpcTraceContext { TraceParent = Activity.Current?.Id ?? "", TraceState = Activity.Current?.TraceStateString ?? "" },
        };
        var manual = arguments[0] as ManualInvocation;
        request.InputData.Add(new ParameterBinding { Name = function.Trigger.Name, Data = TypedDataConversion.ToTypedData(manual?.Input ?? arguments[0]) });
        request.InputData.Add(function.Clients.Select((client, index) =>
            new ParameterBinding { Name = client.Name, Data = TypedDataConversion.ToTypedData(arguments[index + 1]) }));
        foreach ((string name, object value) in manual?.Data ?? ((Binder)arguments[^2]!).BindingData)
        {
            // The trigger's value is there under its name once more.
            if (!name.Equals(function.Trigger.Name, StringComparison.OrdinalIgnoreCase) && TypedDataConversion.ToTypedData(value) is { } data)
            {
                request.TriggerMetadata[name] = data;
            }
        }

        return request;
    }

    private static object? Read(InvocationResponse response) => response.Result.Status == StatusResult.Types.Status.Success
        ? TypedDataConversion.ToObject(response.ReturnValue)
        : throw new Microsoft.Azure.WebJobs.Script.Workers.Rpc.RpcException(
            response.Result.Status.ToString(), response.Result.Exception?.Message ?? "", response.Result.Exception?.StackTrace ?? "");
}
