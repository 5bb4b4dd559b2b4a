using KsefFunctions.Files;

namespace KsefFunctions.Ledger;

/// <summary>A run of a step came too late: its file has moved on, has ended, or is in a later attempt. It has changed nothing.</summary>
public sealed class SupersededException(StepPlace place)
    : Exception($"{place.LedgerName} has left step {place.Number} of attempt {place.Attempt} behind.");
