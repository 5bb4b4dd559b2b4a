namespace LocalHost.Durable;

/// <summary>Which call of an activity runs. The same call can run more than once: activities are at-least-once.</summary>
/// <param name="InstanceId">The orchestration that called.</param>
/// <param name="Name">The activity's name.</param>
/// <param name="TaskId">The call's number within the orchestration's execution.</param>
public sealed record ActivityInvocation(string InstanceId, string Name, int TaskId);
