using System.Diagnostics.CodeAnalysis;
using LocalHost.Durable;
using Microsoft.DurableTask;

namespace LocalHost.Tests.Durable;

/// <summary>Orchestrators and activities written as lambdas.</summary>
internal sealed class TestFunctions : IDurableFunctions
{
    private readonly Dictionary<string, Func<TaskOrchestrationContext, Task<object?>>> _orchestrators = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, ActivityFunction> _activities = new(StringComparer.OrdinalIgnoreCase);

    public TestFunctions Orchestrator<T>(string name, Func<TaskOrchestrationContext, Task<T>> run)
    {
        _orchestrators[name] = async context => await run(context);
        return this;
    }

    public TestFunctions Orchestrator(string name, Func<TaskOrchestrationContext, Task> run) =>
        Orchestrator<object?>(name, async context =>
        {
            await run(context);
            return null;
        });

    public TestFunctions Activity<TInput, TResult>(string name, Func<TInput, Task<TResult>> run) =>
        Activity<TInput, TResult>(name, (input, _) => run(input));

    public TestFunctions Activity<TInput, TResult>(string name, Func<TInput, CancellationToken, Task<TResult>> run)
    {
        _activities[name] = new ActivityFunction(typeof(TInput), async (input, _, token) => await run((TInput)input!, token));
        return this;
    }

    public TestFunctions Activity<TInput, TResult>(string name, Func<TInput, TResult> run) =>
        Activity<TInput, TResult>(name, (TInput input) => Task.FromResult(run(input)));

    public bool TryGetOrchestrator(string name, [NotNullWhen(true)] out Func<TaskOrchestrationContext, Task<object?>>? run) =>
        _orchestrators.TryGetValue(name, out run);

    public bool TryGetActivity(string name, [NotNullWhen(true)] out ActivityFunction? activity) =>
        _activities.TryGetValue(name, out activity);
}
