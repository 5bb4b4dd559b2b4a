namespace LocalHost.Durable.Faults;

/// <summary>A point at which the process may die, and after which something is true that was not true before.</summary>
public enum Checkpoint
{
    /// <summary>An execution is about to be stored for the first time.</summary>
    BeforeCreate,

    /// <summary>The store has reserved the execution and holds nothing of it yet.</summary>
    WithinCreate,

    /// <summary>The execution is stored; nobody knows yet.</summary>
    AfterCreate,

    /// <summary>A turn, or messages without a turn, are about to be stored.</summary>
    BeforeCommit,

    /// <summary>They are stored; nothing that follows from them has begun.</summary>
    AfterCommit,

    /// <summary>An activity is about to run.</summary>
    BeforeActivity,

    /// <summary>An activity has had its effect; its result is not stored.</summary>
    AfterActivity,

    /// <summary>A sub-orchestration is about to be created for its parent.</summary>
    BeforeChild,

    /// <summary>An event is about to go to another instance.</summary>
    BeforeSend,

    /// <summary>An event has been stored by its receiver; the sender does not know yet.</summary>
    AfterSend,

    /// <summary>An ended instance is about to be marked as ended.</summary>
    BeforeSeal,

    /// <summary>An ended instance is marked as ended.</summary>
    AfterSeal,

    /// <summary>An execution that another one has replaced is about to be deleted.</summary>
    BeforeDelete,
}
