using System.Diagnostics;
using DurableTask.Core.Exceptions;
using LocalHost.Durable.Faults;
using LocalHost.Durable.History;
using LocalHost.Durable.Replay;

namespace LocalHost.Durable.Dispatch;

/// <summary>Sees to it that a sub-orchestration exists, and tells its parent if it has ended already. Can be repeated after a crash.</summary>
internal sealed class ChildStarter(
    InstanceTable table, InstanceCreator creator, HistoryReader reader, HistoryWriter writer, KeyedLock ids, Mailroom mailroom, TimeProvider time)
{
    /// <param name="parent">The execution that runs now.</param>
    /// <param name="execution">The number of the execution that called: the present one or the one before it.</param>
    /// <param name="child">The call.</param>
    /// <param name="cancellationToken">Ends the wait for the id.</param>
    public async Task EnsureAsync(ExecutionState parent, int execution, SubOrchestrationScheduled child, CancellationToken cancellationToken)
    {
        writer.Pass(Checkpoint.BeforeChild, parent.Key);
        var link = new ParentLink(parent.Started.Name, parent.Key.InstanceId, execution, child.Id);
        using var hold = await ids.EnterAsync(child.InstanceId, cancellationToken);
        if (table.FindLive(child.InstanceId) is { } live)
        {
            if (live.Execution.Started.Parent != link)
            {
                Tell(link, new SubOrchestrationFailed(child.Id, Failure.From(new OrchestrationAlreadyExistsException(
                    $"The sub-orchestration '{child.InstanceId}' cannot start: an instance of that id is under way."))));
            }

            return;
        }

        var ended = table.FindEnded(child.InstanceId);
        if (ended is not null && await reader.ReadAsync(ended.Key, cancellationToken) is { } previous && previous.Execution.Started.Parent == link)
        {
            Tell(link, ChildResult.Of(link, previous.Execution.Completed!));
            return;
        }

        await creator.CreateAsync(child.InstanceId, Describe(parent, link, child), ended);
    }

    private ExecutionStarted Describe(ExecutionState parent, ParentLink link, SubOrchestrationScheduled child) => new(
        child.Name,
        child.Version,
        time.GetUtcNow(),
        child.Input,
        Parent: link,
        TraceParent: parent.Started.TraceParent ?? Activity.Current?.Id);

    private void Tell(ParentLink link, OrchestrationMessage message) => mailroom.Post(link.InstanceId, message, link.Execution);
}
