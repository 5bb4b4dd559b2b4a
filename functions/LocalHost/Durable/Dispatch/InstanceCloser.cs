using LocalHost.Durable.Faults;
using LocalHost.Durable.History;
using LocalHost.Durable.Telemetry;

namespace LocalHost.Durable.Dispatch;

/// <summary>Tidies up after an instance has ended: tells its parent, ends its children if asked to, waits for what it set going, marks it as ended.</summary>
internal sealed class InstanceCloser(
    InstanceTable table, HistoryWriter writer, Mailroom mailroom, EngineLifetime lifetime, WorkCounter work, ILogger logger)
{
    public void Begin(OrchestrationInstance instance)
    {
        Report(instance);
        work.Begin();
        _ = Task.Run(() => CloseAsync(instance));
    }

    private async Task CloseAsync(OrchestrationInstance instance)
    {
        try
        {
            var execution = instance.Execution;
            if (execution.Started.Parent is { } parent)
            {
                mailroom.Post(parent.InstanceId, ChildResult.Of(parent, execution.Completed!), parent.Execution);
            }

            if (execution.Events.OfType<ExecutionTerminated>().LastOrDefault() is { Recursive: true } terminated)
            {
                await Task.WhenAll(execution.OpenChildren.Select(child =>
                    mailroom.DeliverAsync(child.InstanceId, terminated, lifetime.Aborted)));
            }

            await instance.Background.WaitAsync(lifetime.Aborted);
            if (lifetime.IsStopping && execution.OpenTasks.Count > 0)
            {
                return;
            }

            await writer.SealAsync(execution.Key, instance.Snapshot.Summarise());
            table.Retire(instance);
            instance.Close();
        }
        catch (SimulatedCrashException)
        {
            lifetime.Abort();
        }
        catch (OperationCanceledException) when (lifetime.Aborted.IsCancellationRequested)
        {
        }
        catch (Exception failure)
        {
            DurableLog.WorkFailed(logger, failure);
        }
        finally
        {
            work.End();
        }
    }

    private void Report(OrchestrationInstance instance)
    {
        var (execution, completed) = (instance.Execution, instance.Execution.Completed!);
        DurableTelemetry.ReportExecution(execution.Key, execution.Started, completed);
        if (completed.Failure is { } failure)
        {
            DurableLog.Failed(logger, execution.Started.Name, instance.Id, failure.Type);
        }
        else
        {
            DurableLog.Ended(logger, execution.Started.Name, instance.Id, completed.Status.ToString());
        }

        if (execution.OpenTimers.Count > 0 && completed.Status == Microsoft.DurableTask.Client.OrchestrationRuntimeStatus.Completed)
        {
            DurableLog.TimersLeft(logger, instance.Id, execution.OpenTimers.Count);
        }
    }
}
