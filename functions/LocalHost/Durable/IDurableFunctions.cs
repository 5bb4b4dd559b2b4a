using System.Diagnostics.CodeAnalysis;
using Microsoft.DurableTask;

namespace LocalHost.Durable;

/// <summary>The orchestrators and activities that the engine can run. Names are looked up regardless of case.</summary>
public interface IDurableFunctions
{
    /// <summary>Finds an orchestrator.</summary>
    /// <param name="name">The orchestrator's name.</param>
    /// <param name="run">Runs it from its start; the engine calls it once per turn.</param>
    bool TryGetOrchestrator(string name, [NotNullWhen(true)] out Func<TaskOrchestrationContext, Task<object?>>? run);

    /// <summary>Finds an activity.</summary>
    bool TryGetActivity(string name, [NotNullWhen(true)] out ActivityFunction? activity);
}
