using LocalHost.Durable.History;

namespace LocalHost.Durable.Dispatch;

/// <summary>A message on its way into an instance.</summary>
/// <param name="Content">What happened.</param>
/// <param name="Execution">The execution that it concerns; any when null.</param>
/// <param name="Stored">Told whether the message is durable (true) or was dropped because the instance has ended (false).</param>
internal sealed record InstanceMessage(OrchestrationMessage Content, int? Execution = null, TaskCompletionSource<bool>? Stored = null);
