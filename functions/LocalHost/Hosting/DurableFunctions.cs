using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using LocalHost.Durable;
using LocalHost.Functions;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace LocalHost.Hosting;

/// <summary>The app's orchestrators and activities, as the durable engine calls them.</summary>
internal sealed class DurableFunctions : IDurableFunctions
{
    private readonly Dictionary<string, FunctionDescriptor> _orchestrators = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, FunctionDescriptor> _activities = new(StringComparer.OrdinalIgnoreCase);
    private readonly FunctionInvoker _invoker;

    public DurableFunctions(FunctionCatalogue catalogue, FunctionInvoker invoker)
    {
        _invoker = invoker;
        foreach ((FunctionDescriptor function, OrchestrationTriggerAttribute trigger) in catalogue.TriggeredBy<OrchestrationTriggerAttribute>())
        {
            _orchestrators.Add(trigger.Orchestration ?? function.Name, function);
        }

        foreach ((FunctionDescriptor function, ActivityTriggerAttribute trigger) in catalogue.TriggeredBy<ActivityTriggerAttribute>())
        {
            _activities.Add(trigger.Activity ?? function.Name, function);
        }
    }

    public bool TryGetOrchestrator(string name, [NotNullWhen(true)] out Func<TaskOrchestrationContext, Task<object?>>? run)
    {
        run = _orchestrators.TryGetValue(name, out FunctionDescriptor? function)
            ? context => _invoker.InvokeAsync(function, new OrchestrationInput(context), CancellationToken.None)
            : null;
        return run is not null;
    }

    public bool TryGetActivity(string name, [NotNullWhen(true)] out ActivityFunction? activity)
    {
        activity = _activities.TryGetValue(name, out FunctionDescriptor? function)
            ? new ActivityFunction(
                function.TriggerParameter.ParameterType,
                (input, invocation, cancellationToken) => _invoker.InvokeAsync(function, new ActivityInput(input, invocation.InstanceId), cancellationToken))
            : null;
        return activity is not null;
    }

    private sealed class OrchestrationInput(TaskOrchestrationContext context) : TriggerInput
    {
        private static readonly MethodInfo GetInput = typeof(TaskOrchestrationContext).GetMethod(nameof(TaskOrchestrationContext.GetInput))!;

        public override ValueTask<object?> BindTriggerAsync(ParameterInfo parameter, CancellationToken cancellationToken) => ValueTask.FromResult<object?>(context);

        // The durable extension binds any other parameter to the orchestration's input.
        public override bool TryBindCompanion(ParameterInfo parameter, out object? value)
        {
            value = GetInput.MakeGenericMethod(parameter.ParameterType).Invoke(context, BindingFlags.DoNotWrapExceptions, binder: null, parameters: null, culture: null);
            return true;
        }
    }

    private sealed class ActivityInput(object? input, string instanceId) : TriggerInput
    {
        public override IReadOnlyDictionary<string, object?> BindingData { get; } =
            new Dictionary<string, object?>(StringComparer.OrdinalIgnoreCase) { ["instanceId"] = instanceId };

        public override ValueTask<object?> BindTriggerAsync(ParameterInfo parameter, CancellationToken cancellationToken) => ValueTask.FromResult(input);
    }
}
