namespace LocalHost.Durable.History;

/// <summary>One execution of an instance. Each continue-as-new, and each start that replaces an ended instance, counts one up.</summary>
/// <param name="InstanceId">The instance.</param>
/// <param name="Number">The execution's number, from 1.</param>
public readonly record struct ExecutionKey(string InstanceId, int Number)
{
    /// <inheritdoc/>
    public override string ToString() => $"{InstanceId}#{Number}";
}
