namespace Microsoft.DurableTask.Client;

/// <summary>Where an orchestration stands.</summary>
public enum OrchestrationRuntimeStatus
{
    /// <summary>It runs or waits for something.</summary>
    Running,

    /// <summary>It returned.</summary>
    Completed,

    /// <summary>Not used; keeps the numbers of the others.</summary>
    [Obsolete("The ContinuedAsNew status is obsolete and exists only for compatibility reasons.")]
    ContinuedAsNew,

    /// <summary>It threw.</summary>
    Failed,

    /// <summary>Not used; keeps the numbers of the others.</summary>
    [Obsolete("The Canceled status is not currently used and exists only for compatibility reasons.")]
    Canceled,

    /// <summary>An operator ended it.</summary>
    Terminated,

    /// <summary>It is stored and has not run yet.</summary>
    Pending,

    /// <summary>An operator has halted it.</summary>
    Suspended,
}
