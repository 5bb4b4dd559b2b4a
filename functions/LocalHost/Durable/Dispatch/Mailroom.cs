using LocalHost.Durable.History;

namespace LocalHost.Durable.Dispatch;

/// <summary>Brings messages to instances and queues an instance for a turn when it has something to do.</summary>
internal sealed class Mailroom(InstanceTable table, WorkQueue<OrchestrationInstance> turns)
{
    /// <summary>Posts a message that may be lost with the process, because whoever sent it sends it again after a restart.</summary>
    /// <returns>Whether there is such an instance under way.</returns>
    public bool Post(string instanceId, OrchestrationMessage content, int? execution = null)
    {
        if (table.FindLive(instanceId) is not { } instance)
        {
            return false;
        }

        Post(instance, new InstanceMessage(content, execution));
        return true;
    }

    /// <summary>Posts a message and waits until it is durable.</summary>
    /// <returns>Whether it is; false when there is no such instance under way.</returns>
    public async Task<bool> DeliverAsync(string instanceId, OrchestrationMessage content, CancellationToken cancellationToken)
    {
        if (table.FindLive(instanceId) is not { } instance)
        {
            return false;
        }

        var stored = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        Post(instance, new InstanceMessage(content, Stored: stored));
        return await stored.Task.WaitAsync(cancellationToken);
    }

    /// <summary>Queues an instance that has something to do besides its inbox.</summary>
    public void Wake(OrchestrationInstance instance) => Post(instance, null);

    /// <summary>Queues an instance if it is still under way.</summary>
    public void Wake(string instanceId)
    {
        if (table.FindLive(instanceId) is { } instance)
        {
            Wake(instance);
        }
    }

    private void Post(OrchestrationInstance instance, InstanceMessage? message)
    {
        if (instance.Post(message))
        {
            turns.Enqueue(instance);
        }
    }
}
