using LocalHost.Durable.History;
using Microsoft.DurableTask;

namespace LocalHost.Durable.Replay;

/// <summary>The context of one run of an orchestrator: notes what the code asks for and hands it what history brought.</summary>
internal sealed partial class ReplayContext(
    ExecutionKey key,
    ExecutionStarted started,
    PayloadConverter payloads,
    string defaultVersion,
    TurnPump pump,
    ILoggerFactory loggers) : TaskOrchestrationContext
{
    private readonly Dictionary<int, PendingTask> _pending = [];
    private readonly List<OrchestrationAction> _actions = [];
    private readonly ExternalEvents _events = new(payloads, name => LogLostEvent(
        loggers.CreateLogger<ReplayContext>(), key.InstanceId, name));

    private DateTimeOffset _now;
    private bool _isReplaying;
    private int _nextAction;
    private int _guids;

    public override TaskName Name => started.Name;

    public override string InstanceId => key.InstanceId;

    public override string Version => started.Version;

    public override ParentOrchestrationInstance? Parent =>
        started.Parent is { } parent ? new(parent.Name, parent.InstanceId) : null;

    public override bool IsReplaying => _isReplaying;

    public override DateTime CurrentUtcDateTime
    {
        get
        {
            pump.Demand(nameof(CurrentUtcDateTime));
            return _now.UtcDateTime;
        }
    }

    /// <summary>The serialised custom status; null when none was set.</summary>
    public string? CustomStatus { get; private set; }

    /// <summary>How to start over; null when the code has not asked for it.</summary>
    public ContinuedAsNew? NextExecution { get; private set; }

    /// <summary>Events that nobody has waited for.</summary>
    public IReadOnlyList<EventRaised> UnclaimedEvents => _events.Unclaimed;

    /// <summary>Whether something durable can still wake the code up.</summary>
    public bool WaitsForSomething => _pending.Count > 0 || _events.AnyoneWaiting;

    protected override ILoggerFactory LoggerFactory => loggers;

    public override T GetInput<T>() => payloads.Read<T>(started.Input)!;

    public override Guid NewGuid()
    {
        pump.Demand(nameof(NewGuid));
        return DeterministicGuid.From($"{InstanceId}_{CurrentUtcDateTime:O}_{_guids++}");
    }

    public override void SetCustomStatus(object? customStatus)
    {
        pump.Demand(nameof(SetCustomStatus));
        CustomStatus = payloads.WriteCustomStatus(customStatus);
    }

    public override void ContinueAsNew(object? newInput = null, bool preserveUnprocessedEvents = true) =>
        ContinueAsNew(new ContinueAsNewOptions { NewInput = newInput, PreserveUnprocessedEvents = preserveUnprocessedEvents });

    public override void ContinueAsNew(ContinueAsNewOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        pump.Demand(nameof(ContinueAsNew));
        NextExecution = new ContinuedAsNew(
            payloads.Write(options.NewInput, $"The next input of orchestrator '{Name}'"),
            string.IsNullOrWhiteSpace(options.NewVersion) ? started.Version : options.NewVersion,
            options.PreserveUnprocessedEvents);
    }

    /// <summary>Begins a turn, recorded or new.</summary>
    public void BeginTurn(DateTimeOffset now, bool isReplaying) => (_now, _isReplaying) = (now, isReplaying);

    /// <summary>What the code has asked for since the last call.</summary>
    public IReadOnlyList<OrchestrationAction> TakeActions()
    {
        OrchestrationAction[] taken = [.. _actions];
        _actions.Clear();
        return taken;
    }

    [LoggerMessage(EventId = 5101, Level = LogLevel.Warning,
        Message = "Instance '{InstanceId}': the event '{EventName}' went to a wait that had been cancelled and is lost, as it would be on Azure")]
    private static partial void LogLostEvent(ILogger logger, string instanceId, string eventName);
}
