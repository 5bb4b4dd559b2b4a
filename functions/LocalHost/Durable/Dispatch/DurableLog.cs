namespace LocalHost.Durable.Dispatch;

/// <summary>The engine's log messages. None of them carries a payload.</summary>
internal static partial class DurableLog
{
    [LoggerMessage(EventId = 5001, Level = LogLevel.Error, Message = "A piece of durable work failed unexpectedly")]
    public static partial void WorkFailed(ILogger logger, Exception exception);

    [LoggerMessage(EventId = 5002, Level = LogLevel.Information, Message = "Resumed {Count} unfinished orchestrations of {Total} instances in {Milliseconds} ms")]
    public static partial void Resumed(ILogger logger, int count, int total, long milliseconds);

    [LoggerMessage(EventId = 5003, Level = LogLevel.Information, Message = "Orchestrator '{Name}', instance '{InstanceId}': {Status}")]
    public static partial void Ended(ILogger logger, string name, string instanceId, string status);

    [LoggerMessage(EventId = 5004, Level = LogLevel.Warning, Message = "Orchestrator '{Name}', instance '{InstanceId}' failed: {ErrorType}")]
    public static partial void Failed(ILogger logger, string name, string instanceId, string errorType);

    [LoggerMessage(EventId = 5005, Level = LogLevel.Warning, Message = "Activity '{Name}' #{TaskId} of instance '{InstanceId}' failed: {ErrorType}")]
    public static partial void ActivityFailed(ILogger logger, string name, int taskId, string instanceId, string errorType);

    [LoggerMessage(EventId = 5006, Level = LogLevel.Warning, Message = "The history store failed for '{InstanceId}'; next try in {Delay}")]
    public static partial void StoreFailed(ILogger logger, Exception exception, string instanceId, TimeSpan delay);

    [LoggerMessage(EventId = 5007, Level = LogLevel.Critical, Message = "Another host writes to the history of '{InstanceId}'. This host stops: two hosts must not share a store")]
    public static partial void Fenced(ILogger logger, Exception exception, string instanceId);

    [LoggerMessage(EventId = 5008, Level = LogLevel.Warning, Message = "Instance '{InstanceId}' sent the event '{EventName}' to '{Receiver}', which has ended or does not exist; the event is dropped")]
    public static partial void EventDropped(ILogger logger, string instanceId, string eventName, string receiver);

    [LoggerMessage(EventId = 5009, Level = LogLevel.Warning, Message = "Instance '{InstanceId}' ended with {Count} timers neither awaited nor cancelled. Cancel a timer that lost a race")]
    public static partial void TimersLeft(ILogger logger, string instanceId, int count);

    [LoggerMessage(EventId = 5010, Level = LogLevel.Warning, Message = "The host stops before everything was stored; the next start goes on from history")]
    public static partial void StopCutShort(ILogger logger);

    [LoggerMessage(EventId = 5011, Level = LogLevel.Debug, Message = "A piece of durable work was cut off by the end of the engine")]
    public static partial void WorkCutOff(ILogger logger, Exception exception);

    [LoggerMessage(EventId = 5012, Level = LogLevel.Critical, Message = "Orchestrator '{Name}', instance '{InstanceId}' has not ended its turn for {Time}. It probably blocks on .Result or .Wait()")]
    public static partial void TurnStuck(ILogger logger, string name, string instanceId, TimeSpan time);
}
