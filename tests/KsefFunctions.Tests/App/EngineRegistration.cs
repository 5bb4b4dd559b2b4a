using System.Reflection;
using KsefFunctions.Dispatch;
using KsefFunctions.Files;
using KsefFunctions.Indexing;
using KsefFunctions.Ledger;
using KsefFunctions.Orchestrators;
using KsefFunctions.Settlement;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;

namespace KsefFunctions.Tests.App;

/// <summary>Puts the app's orchestrators and activities, found by their attributes, on the real engine in memory.</summary>
internal static class EngineRegistration
{
    // What an orchestrator takes is said in its body only, by GetInput.
    private static readonly Dictionary<string, Type> OrchestratorInputs = new()
    {
        [nameof(ProcessFile)] = typeof(FileReference),
        [nameof(FollowSession)] = typeof(FollowInput),
        [ConsignmentStart.Orchestration] = typeof(ConsignmentReference),
        [DispatcherCall.Orchestration] = typeof(string),
        [FileEndStart.Orchestration] = typeof(EndFileInput),
        [nameof(RebuildIndex)] = typeof(IndexedPage),
    };

    public static void AddApp(DurableTaskRegistry registry, Func<ActivityCall, Task<object?>> run)
    {
        foreach (var method in AppFunctions.All)
        {
            var name = method.GetCustomAttribute<FunctionAttribute>()!.Name;
            if (AppFunctions.TriggerOf<OrchestrationTriggerAttribute>(method) is not null)
            {
                registry.AddOrchestrator(name, () => new Orchestrator(method, OrchestratorInputs[name]));
            }
            else if (AppFunctions.TriggerOf<ActivityTriggerAttribute>(method) is { } input)
            {
                registry.AddActivity(name, services => new Activity(name, method, input.ParameterType, services.GetRequiredService<IServiceScopeFactory>(), run));
            }
        }
    }

    private sealed class Orchestrator(MethodInfo method, Type input) : ITaskOrchestrator
    {
        public Type InputType => input;

        public Type OutputType => method.ReturnType.IsGenericType ? method.ReturnType.GetGenericArguments()[0] : typeof(object);

        public Task<object?> RunAsync(TaskOrchestrationContext context, object? input) => AppFunctions.InvokeAsync(method, instance: null, [context]);
    }

    private sealed class Activity(
        string name, MethodInfo method, Type input, IServiceScopeFactory scopes, Func<ActivityCall, Task<object?>> run) : ITaskActivity
    {
        public Type InputType => input;

        public Type OutputType => method.ReturnType.IsGenericType ? method.ReturnType.GetGenericArguments()[0] : typeof(object);

        public Task<object?> RunAsync(TaskActivityContext context, object? value) =>
            run(new ActivityCall(name, value!, () => RunAsync(value)));

        // A scope for each run: a test may run it long after the engine has.
        private async Task<object?> RunAsync(object? value)
        {
            await using var scope = scopes.CreateAsyncScope();
            var instance = ActivatorUtilities.GetServiceOrCreateInstance(scope.ServiceProvider, method.DeclaringType!);
            return await AppFunctions.InvokeAsync(
                method,
                instance,
                [.. method.GetParameters().Select(parameter => parameter.ParameterType == typeof(DurableTaskClient)
                    ? scope.ServiceProvider.GetRequiredService<DurableTaskClient>()
                    : parameter.ParameterType == typeof(CancellationToken) ? CancellationToken.None : value)]);
        }
    }
}

/// <summary>One run of an activity, as the engine wants it.</summary>
/// <param name="Name">Name of the function.</param>
/// <param name="Input">What it is given.</param>
/// <param name="RunAsync">Runs it, once for each call.</param>
public sealed record ActivityCall(string Name, object Input, Func<Task<object?>> RunAsync)
{
    /// <summary>Runs it twice at the same time.</summary>
    public async Task<object?> RunTwinsAsync() => (await Task.WhenAll(RunAsync(), RunAsync()))[0];

    /// <summary>Runs it again, whatever has become of its file.</summary>
    public async Task RunLateAsync()
    {
        try
        {
            await RunAsync();
        }
        catch (SupersededException)
        {
            // Told to whoever ran it; its orchestration does not listen any more.
        }
    }
}
