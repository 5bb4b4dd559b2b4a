namespace KsefFunctions.Budget;

/// <summary>What this process knows of a context's budget.</summary>
internal sealed class HeldWindows
{
    private readonly Lock _gate = new();
    private readonly List<Func<CallWindows, CallWindows>> _owed = [];

    /// <summary>One change at a time: two of the same process would only refuse each other in storage.</summary>
    public SemaphoreSlim Turn { get; } = new(1, 1);

    /// <summary>The version that was read or written last.</summary>
    public KnownWindows? Known { get; set; }

    /// <summary>Whether another writer is known to have been faster.</summary>
    public bool IsStale { get; set; }

    /// <summary>Remembers a change that must not get lost, whether it can be written now or not. It may be made more than once.</summary>
    public void Owe(Func<CallWindows, CallWindows> change)
    {
        lock (_gate)
        {
            _owed.Add(change);
        }
    }

    /// <summary>The known budget with all that is owed, and how much that is.</summary>
    public (CallWindows Windows, int Owed) WithOwed(CallWindows known)
    {
        lock (_gate)
        {
            return (_owed.Aggregate(known, (windows, change) => change(windows)), _owed.Count);
        }
    }

    /// <summary>Takes over what stands in storage.</summary>
    /// <param name="written">The version that was written, or has it all already.</param>
    /// <param name="owed">How much of what was owed is in it.</param>
    public void Written(KnownWindows written, int owed)
    {
        (Known, IsStale) = (written, false);
        lock (_gate)
        {
            _owed.RemoveRange(0, owed);
        }
    }
}
