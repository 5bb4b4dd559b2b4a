using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>Asks for a <see cref="global::Microsoft.DurableTask.Client.DurableTaskClient"/> in a function's parameter.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class DurableClientAttribute : InputBindingAttribute
{
    /// <summary>The task hub's name; the one of host.json when null. One machine has one hub, so it is not looked at here.</summary>
    public string? TaskHub { get; set; }

    /// <summary>The setting that holds the hub's connection. Not looked at here, for the same reason.</summary>
    public string? ConnectionName { get; set; }
}
