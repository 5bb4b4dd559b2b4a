using LocalHost.Durable.Faults;
using LocalHost.Durable.History;

namespace LocalHost.Durable.Dispatch;

/// <summary>
/// Delivers events from one instance to another. The sender's history holds the event before it leaves and notes when it has arrived; in between a
/// restart delivers again, and the receiver recognises the repetition by the event's source.
/// </summary>
internal sealed class EventSender(Mailroom mailroom, HistoryWriter writer, EngineLifetime lifetime, WorkCounter work, ILogger logger)
{
    /// <summary>Delivers in the background, in the order of the sends and after those of earlier turns.</summary>
    public void Begin(OrchestrationInstance sender, IReadOnlyList<(int Execution, EventSent Sent)> sends)
    {
        if (sends.Count > 0)
        {
            work.Begin();
            var earlier = sender.LastSend;
            sender.LastSend = Task.Run(() => DeliverAllAsync(sender, sends, earlier));
            sender.AddBackground(sender.LastSend);
        }
    }

    private async Task DeliverAllAsync(
        OrchestrationInstance sender, IReadOnlyList<(int Execution, EventSent Sent)> sends, Task earlier)
    {
        try
        {
            await earlier;
            foreach (var (execution, sent) in sends)
            {
                await DeliverAsync(sender, execution, sent);
            }
        }
        catch (SimulatedCrashException)
        {
            lifetime.Abort();
            throw;
        }
        finally
        {
            work.End();
        }
    }

    private async Task DeliverAsync(OrchestrationInstance sender, int execution, EventSent sent)
    {
        writer.Pass(Checkpoint.BeforeSend, sender.Execution.Key);
        var raised = new EventRaised(sent.Name, sent.Input, $"{sender.Id}#{execution}/{sent.Id}");
        if (!await mailroom.DeliverAsync(sent.InstanceId, raised, lifetime.Aborted))
        {
            DurableLog.EventDropped(logger, sender.Id, sent.Name, sent.InstanceId);
        }

        writer.Pass(Checkpoint.AfterSend, sender.Execution.Key);
        sender.Note(new EventDelivered(execution, sent.Id));
    }
}
